namespace SesCompliance.Local.Deployment.Changes;

/// <summary>What a deployment does, or did, with each resource of a stack; components, which are only names, don't count.</summary>
public sealed record StackChanges(string Stack, IReadOnlyList<ResourceChange> Resources)
{
    public int Count(Operation operation) => Resources.Count(change => change.Operation == operation);

    /// <summary>All but what stays as it is.</summary>
    public IEnumerable<ResourceChange> Real => Resources.Where(change => change.Operation != Operation.Same);

    public bool Any() => Real.Any();
}
