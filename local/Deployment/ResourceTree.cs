using Pulumi;

namespace SesCompliance.Local.Deployment;

/// <summary>Which resource hangs on which, in the order of declaration.</summary>
public sealed class ResourceTree
{
    private readonly Lock gate = new();
    private readonly Dictionary<Resource, ResourceNode> nodes = new(ReferenceEqualityComparer.Instance);
    private readonly List<ResourceNode> roots = [];

    public IReadOnlyList<ResourceNode> Roots => roots;

    public int Count => nodes.Count;

    /// <summary>A transformation that changes nothing and notes each resource.</summary>
    internal ResourceTransformationResult? Watch(ResourceTransformationArgs resource)
    {
        lock (gate)
        {
            var node = new ResourceNode(resource.Resource.GetResourceType(), resource.Resource.GetResourceName());
            nodes.Add(resource.Resource, node);
            (resource.Options.Parent is { } parent && nodes.TryGetValue(parent, out var above) ? above.Children : roots).Add(node);
        }

        return null;
    }
}

/// <param name="Type">Pulumi's type token, e.g. <c>aws:sqs/queue:Queue</c>.</param>
/// <param name="Name">The resource's name in the program.</param>
public sealed record ResourceNode(string Type, string Name)
{
    public List<ResourceNode> Children { get; } = [];

    /// <summary>The last part of the token: <c>Queue</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf(':') + 1)..];

    public bool IsComponent => !Type.StartsWith("aws:", StringComparison.Ordinal);
}
