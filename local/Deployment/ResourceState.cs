namespace SesCompliance.Local.Deployment;

/// <summary>A resource as it is deployed, which is what the next deployment is compared with.</summary>
/// <param name="Id">The resource's id, as its provider gave it.</param>
/// <param name="Inputs">What the program declared.</param>
/// <param name="Computed">What the provider computed; it goes before an input of the same name.</param>
public sealed record ResourceState(
    string Type, string Name, string Id, IReadOnlyDictionary<string, object> Inputs, IReadOnlyDictionary<string, object> Computed)
{
    /// <summary>What the program sees of the resource.</summary>
    public IReadOnlyDictionary<string, object> Outputs => Merged(Inputs, Computed);

    /// <summary>Pulumi's name for the resource, its component's type in it.</summary>
    public string Urn { get; init; } = "";

    /// <summary>Whether the program forbids that the resource is deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>Counts up with each deployment of a resource: what a resource hangs on has a lower one.</summary>
    internal long Order { get; init; }

    internal static Dictionary<string, object> Merged(IReadOnlyDictionary<string, object> below, IReadOnlyDictionary<string, object> above)
    {
        var merged = new Dictionary<string, object>(below);
        foreach (var (property, value) in above)
        {
            merged[property] = value;
        }

        return merged;
    }

    /// <summary>An input that every resource of this type has.</summary>
    internal string Input(string property) => (string)Inputs[property];
}
