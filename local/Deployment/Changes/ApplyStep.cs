using System.Collections.Concurrent;

namespace SesCompliance.Local.Deployment.Changes;

/// <summary>Makes each declared resource in the cloud what the program says, and keeps what was done.</summary>
internal sealed class ApplyStep(ResourceKinds cloud, Checkpoint deployed, ResourceTree tree, string stack) : IResourceStep
{
    private readonly ConcurrentQueue<ResourceChange> changes = new();
    private readonly ConcurrentDictionary<(string Type, string Name), bool> declaredNow = new();

    public async Task<ResourceState> RegisterAsync(string type, string name, IReadOnlyDictionary<string, object> declared, CancellationToken cancellationToken)
    {
        var was = deployed.Find(type, name);
        var change = ResourceChange.Of(cloud.Find(type, name), was, type, name, tree.Urn(stack, type, name), declared);
        var made = change.Operation switch
        {
            Operation.Same => was!,
            Operation.Update => await cloud.UpdateAsync(was!, declared, cancellationToken),
            _ => await cloud.CreateAsync(type, name, declared, cancellationToken),
        };
        made = made with { Urn = change.Urn, Protect = tree.Find(type, name).Protect };
        if (change.Operation == Operation.Replace)
        {
            deployed.Replace(was!, made);
        }
        else
        {
            deployed.Put(made);
        }

        changes.Enqueue(change);
        declaredNow[(type, name)] = true;
        return made;
    }

    /// <summary>Deletes what has been replaced and what the program does not declare any more; what others hang on goes after them.</summary>
    public async Task<StackChanges> FinishAsync(CancellationToken cancellationToken)
    {
        var gone = deployed.Resources.Where(resource => !declaredNow.ContainsKey((resource.Type, resource.Name))).ToList();
        Protection.Demand(gone, "deleted");
        return new StackChanges(stack, [.. changes, .. await DeleteAsync(cloud, deployed, gone, cancellationToken)]);
    }

    /// <returns>The deletions of resources that were not replaced.</returns>
    public static async Task<IReadOnlyList<ResourceChange>> DeleteAsync(
        ResourceKinds cloud, Checkpoint deployed, IEnumerable<ResourceState> gone, CancellationToken cancellationToken)
    {
        var replaced = deployed.Replaced;
        var deletions = new List<ResourceChange>();
        foreach (var resource in gone.Concat(replaced).OrderByDescending(resource => resource.Order))
        {
            await cloud.DeleteAsync(resource, cancellationToken);
            deployed.Remove(resource);
            if (!replaced.Contains(resource))
            {
                deletions.Add(ResourceChange.Deletion(resource));
            }
        }

        return deletions;
    }
}
