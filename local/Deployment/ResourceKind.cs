namespace SesCompliance.Local.Deployment;

/// <summary>Makes one declared resource real.</summary>
internal delegate Task<Provisioned> Provision(ResourceInputs inputs, CancellationToken cancellationToken);

/// <summary>Gives a resource that is there the properties that are declared now.</summary>
internal delegate Task<Provisioned> Revise(ResourceState was, ResourceInputs inputs, CancellationToken cancellationToken);

/// <summary>Says which computed properties an update will change, and to what.</summary>
internal delegate IReadOnlyDictionary<string, object> Foresee(ResourceState was, IReadOnlyDictionary<string, object> declared);

/// <summary>Takes a resource away.</summary>
internal delegate Task Remove(ResourceState was, CancellationToken cancellationToken);

/// <param name="Id">The resource's id, as its provider gives it.</param>
/// <param name="Computed">What the provider computes, besides the inputs; of an update, only what has changed.</param>
internal sealed record Provisioned(string Id, params (string Property, object Value)[] Computed)
{
    public static implicit operator Task<Provisioned>(Provisioned provisioned) => Task.FromResult(provisioned);
}

/// <summary>What the embedded cloud can do with a type of resource.</summary>
internal sealed class ResourceKind
{
    public required Provision Create { get; init; }

    /// <summary>Null where AWS can change nothing of such a resource: each change makes a new one.</summary>
    public Revise? Update { get; init; }

    /// <summary>What an update will compute anew, as far as it is known before; null: nothing changes but what is declared.</summary>
    public Foresee? Foresee { get; init; }

    public required Remove Delete { get; init; }

    /// <summary>The properties of which a change makes a new resource, as in the provider's schema.</summary>
    public IReadOnlyList<string> ReplacedBy { get; init; } = [];

    public bool IsReplacedBy(string property) => Update is null || ReplacedBy.Contains(property);
}
