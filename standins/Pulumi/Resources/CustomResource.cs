using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider makes.</summary>
public class CustomResource : Resource
{
    // The official overloads are ambiguous where options are left out, so they can't be here either.
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new(), remote: false)
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    [Output("id")]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>A resource that came as a reference in a value.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);

/// <summary>A provider with a configuration of its own.</summary>
public class ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options)
    : CustomResource($"pulumi:providers:{package}", name, args, options)
{
    internal string Package { get; } = package;

    /// <summary>How requests name this provider.</summary>
    internal async Task<string> GetReferenceAsync()
    {
        var urn = await Urn.GetValueAsync("").ConfigureAwait(false);
        var id = await Id.GetValueAsync("").ConfigureAwait(false);
        return $"{urn}::{(string.IsNullOrEmpty(id) ? Unknown.OnTheWire : id)}";
    }
}
