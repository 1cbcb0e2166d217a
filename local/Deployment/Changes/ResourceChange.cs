using System.Text.Json.Serialization;

namespace SesCompliance.Local.Deployment.Changes;

/// <summary>What a deployment does with a resource.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Operation>))]
public enum Operation
{
    Same,
    Create,
    Update,

    /// <summary>A new one is made, then the old one deleted.</summary>
    Replace,
    Delete,
}

/// <param name="Urn">Pulumi's name for the resource.</param>
/// <param name="Properties">What differs in an update or a replacement, by path.</param>
public sealed record ResourceChange(Operation Operation, string Type, string Name, string Urn, IReadOnlyList<PropertyChange> Properties)
{
    /// <summary>The declared properties that make the resource a new one.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    internal static ResourceChange Of(ResourceKind kind, ResourceState? was, string type, string name, string urn, IReadOnlyDictionary<string, object> declared)
    {
        if (was is null)
        {
            return new ResourceChange(Operation.Create, type, name, urn, []);
        }

        var differences = PropertyValues.Difference(was.Inputs, declared);
        var replacing = differences.Select(difference => difference.Property).Distinct().Where(kind.IsReplacedBy).ToList();
        var operation = differences.Count == 0 ? Operation.Same : replacing.Count > 0 ? Operation.Replace : Operation.Update;
        return new ResourceChange(operation, type, name, urn, differences) { ReplacedBy = replacing };
    }

    internal static ResourceChange Deletion(ResourceState was) => new(Operation.Delete, was.Type, was.Name, was.Urn, []);
}
