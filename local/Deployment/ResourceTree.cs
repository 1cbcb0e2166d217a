using Pulumi;
using SesCompliance.Infra;

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
            var above = resource.Options.Parent is { } parent ? nodes.GetValueOrDefault(parent) : null;
            var node = new ResourceNode(resource.Resource.GetResourceType(), resource.Resource.GetResourceName())
            {
                Protect = resource.Options.Protect ?? false,
                QualifiedType = $"{(above is null ? "" : above.QualifiedType + "$")}{resource.Resource.GetResourceType()}",
            };
            nodes.Add(resource.Resource, node);
            (above?.Children ?? roots).Add(node);
        }

        return null;
    }

    /// <summary>Pulumi's name for a declared resource.</summary>
    internal string Urn(string stack, string type, string name) => $"urn:pulumi:{stack}::{StackSettings.Namespace}::{Find(type, name).QualifiedType}::{name}";

    /// <exception cref="DeploymentException">Two resources of a type have this name: nothing could tell them apart.</exception>
    internal ResourceNode Find(string type, string name)
    {
        lock (gate)
        {
            return nodes.Values.Where(node => node.Type == type && node.Name == name).Take(2).ToList() is [var only]
                ? only
                : throw new DeploymentException($"{type} '{name}': the program declares more than one resource of this type and name");
        }
    }
}

/// <param name="Type">Pulumi's type token, e.g. <c>aws:sqs/queue:Queue</c>.</param>
/// <param name="Name">The resource's name in the program.</param>
public sealed record ResourceNode(string Type, string Name)
{
    public List<ResourceNode> Children { get; } = [];

    /// <summary>Whether the program forbids that the resource is deleted.</summary>
    public bool Protect { get; init; }

    /// <summary>The type below those of its components, as URNs have it.</summary>
    public string QualifiedType { get; init; } = Type;

    /// <summary>The last part of the token: <c>Queue</c>.</summary>
    public string Kind => Type[(Type.LastIndexOf(':') + 1)..];

    public bool IsComponent => !Type.StartsWith("aws:", StringComparison.Ordinal);
}
