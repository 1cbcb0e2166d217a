using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something that the program declares. Constructing it registers it.</summary>
public class Resource
{
    private readonly string type;
    private readonly string name;
    private readonly ImmutableDictionary<string, ProviderResource> providers;
    private readonly ImmutableArray<ResourceTransformation> transformations;
    private readonly bool? protect;
    private readonly HashSet<Resource> children = [];

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        // Before the parent knows of this resource: whoever finds it there asks for its URN.
        Outputs = ResourceOutputs.Initialize(this, remote);

        (this.type, this.name) = (type, name);
        var parent = type == Stack.RootType ? null : options.Parent ?? Deployment.Current.Stack;
        transformations = [.. options.ResourceTransformations, .. parent?.transformations ?? []];
        (args, options) = Transform(args, options);

        options = options.Clone();
        var declaredProviders = (options as ComponentResourceOptions)?.Providers ?? [];
        if (options.Provider is not null && declaredProviders.Count > 0)
        {
            throw new ResourceException("A component takes either the option Provider or Providers.", options.Parent);
        }

        providers = options.Parent?.providers ?? ImmutableDictionary<string, ProviderResource>.Empty;
        if (options.Parent is { } above)
        {
            lock (above.children)
            {
                above.children.Add(this);
            }

            options.Protect ??= above.protect;
        }

        protect = options.Protect;
        if (!custom)
        {
            var own = options.Provider is { } provider ? [provider] : declaredProviders;
            providers = providers.SetItems(own.Select(each => KeyValuePair.Create(each.Package, each)));
        }
        else if (options.Provider is null)
        {
            options.Provider = options.Parent?.ProviderOf(type);
        }
        else if (type.Split(':') is [var package, _, _])
        {
            providers = providers.SetItem(package, options.Provider);
        }

        foreach (var alias in options.Aliases)
        {
            alias.Apply(resolved => { resolved.Check(); return resolved; });
        }

        Deployment.Current.Register(this, custom, remote, args, options);
    }

    /// <summary>A resource that is known by its URN only.</summary>
    private protected Resource(string urn)
    {
        (type, name) = ("", "");
        providers = ImmutableDictionary<string, ProviderResource>.Empty;
        transformations = [];
        Outputs = ImmutableDictionary<string, IResourceOutput>.Empty;
        Urn = new(Task.FromResult(new OutputData<string>(urn, true, false, [this])));
    }

    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal ImmutableDictionary<string, IResourceOutput> Outputs { get; }

    /// <summary>The resources that name this one as their parent.</summary>
    internal ImmutableArray<Resource> Children
    {
        get
        {
            lock (children)
            {
                return [.. children];
            }
        }
    }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    /// <summary>The provider for a type or function token such as <c>aws:sqs/queue:Queue</c>, if this resource or one above names it.</summary>
    internal ProviderResource? ProviderOf(string token) => token.Split(':') is [var package, _, _] ? providers.GetValueOrDefault(package) : null;

    private (ResourceArgs Args, ResourceOptions Options) Transform(ResourceArgs args, ResourceOptions options)
    {
        foreach (var transformation in transformations)
        {
            if (transformation(new(this, args, options)) is { } changed)
            {
                if (changed.Options.Parent != options.Parent)
                {
                    throw new ArgumentException("A transformation can't give a resource another parent.");
                }

                (args, options) = (changed.Args, changed.Options);
            }
        }

        return (args, options);
    }
}
