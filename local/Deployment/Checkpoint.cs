namespace SesCompliance.Local.Deployment;

/// <summary>What is deployed of one stack. A deployment that fails halfway leaves what it made here, and the next one goes on from it.</summary>
public sealed class Checkpoint
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Type, string Name), ResourceState> resources = [];
    private readonly List<ResourceState> replaced = [];
    private long order;

    /// <summary>Every resource, those first that others hang on.</summary>
    public IReadOnlyList<ResourceState> Resources
    {
        get
        {
            lock (gate)
            {
                return [.. resources.Values.OrderBy(resource => resource.Order)];
            }
        }
    }

    /// <summary>Resources in whose place there is another one already, and which are still to be deleted.</summary>
    internal IReadOnlyList<ResourceState> Replaced
    {
        get
        {
            lock (gate)
            {
                return [.. replaced];
            }
        }
    }

    public ResourceState? Find(string type, string name)
    {
        lock (gate)
        {
            return resources.GetValueOrDefault((type, name));
        }
    }

    internal void Put(ResourceState resource)
    {
        lock (gate)
        {
            resources[(resource.Type, resource.Name)] = resource with { Order = ++order };
        }
    }

    internal void Replace(ResourceState old, ResourceState resource)
    {
        lock (gate)
        {
            replaced.Add(old);
            Put(resource);
        }
    }

    internal void Remove(ResourceState resource)
    {
        lock (gate)
        {
            if (!replaced.Remove(resource))
            {
                resources.Remove((resource.Type, resource.Name));
            }
        }
    }
}
