using System.Collections.Concurrent;

namespace SesCompliance.Local.Deployment.Changes;

/// <summary>
/// Compares each declared resource with what is deployed and changes nothing. It is checked as the cloud would check it, in services that start nothing, so that
/// a program with a mistake anywhere is refused before any of it is made.
/// </summary>
internal sealed class PlanStep(ResourceKinds planned, Checkpoint deployed, ResourceTree tree, string stack) : IResourceStep
{
    private readonly ConcurrentQueue<ResourceChange> changes = new();
    private readonly ConcurrentDictionary<(string Type, string Name), ResourceState> declaredNow = new();

    /// <summary>What is to be done, the deletions last and those first that nothing hangs on.</summary>
    /// <exception cref="DeploymentException">Something protected would have to go.</exception>
    public StackChanges Changes()
    {
        var gone = deployed.Resources.Where(resource => !declaredNow.ContainsKey((resource.Type, resource.Name))).Reverse().ToList();
        Protection.Demand(gone, "deleted");
        Protection.Demand(deployed.Resources.Where(resource => changes.Any(change => change.Operation == Operation.Replace && change.Urn == resource.Urn)), "replaced");
        return new StackChanges(stack, [.. changes, .. gone.Select(ResourceChange.Deletion)]);
    }

    public async Task<ResourceState> RegisterAsync(string type, string name, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken)
    {
        var plan = await planned.CreateAsync(type, name, declared, cancellationToken);
        var was = deployed.Find(type, name);
        var change = ResourceChange.Of(planned.Find(type, name), was, type, name, tree.Urn(stack, type, name), declared);
        if (change.Operation == Operation.Replace && plan.Id == was!.Id)
        {
            throw new DeploymentException(
                $"{type} '{name}': {string.Join(", ", change.ReplacedBy)} can't be changed in place, and {plan.Id}, which would take its place, has the same name: "
                + "./run destroy removes the stack, ./run up makes it anew");
        }

        changes.Enqueue(change);
        return declaredNow[(type, name)] = change.Operation switch
        {
            Operation.Same => was!,
            Operation.Update => was! with { Inputs = declared, Computed = Foreseen(was, declared) },
            _ => plan,
        };
    }

    private IReadOnlyDictionary<string, object> Foreseen(ResourceState was, IReadOnlyDictionary<string, object> declared) =>
        planned.Find(was.Type, was.Name).Foresee is { } foresee ? ResourceState.Merged(was.Computed, foresee(was, declared)) : was.Computed;
}
