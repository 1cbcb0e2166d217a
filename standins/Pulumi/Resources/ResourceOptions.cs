namespace Pulumi;

/// <summary>What the engine should know of a resource besides its properties.</summary>
public abstract class ResourceOptions
{
    private InputList<Resource>? dependsOn;
    private List<string>? ignoreChanges;
    private List<string>? replaceOnChanges;
    private List<ResourceTransformation>? resourceTransformations;

    private protected ResourceOptions()
    {
    }

    /// <summary>The provider's id of an existing resource, which is then read and not made.</summary>
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= new();
        set => dependsOn = value;
    }

    public bool? Protect { get; set; }

    public bool? RetainOnDelete { get; set; }

    public List<string> IgnoreChanges
    {
        get => ignoreChanges ??= [];
        set => ignoreChanges = value;
    }

    public List<string> ReplaceOnChanges
    {
        get => replaceOnChanges ??= [];
        set => replaceOnChanges = value;
    }

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>Change arguments and options of the resource and of those below it before they are registered.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => resourceTransformations ??= [];
        set => resourceTransformations = value;
    }

    public List<Input<Alias>> Aliases { get; set; } = [];

    internal abstract ResourceOptions Clone();

    private protected void CopyTo(ResourceOptions copy)
    {
        copy.Id = Id;
        copy.Parent = Parent;
        copy.DependsOn = DependsOn.Clone();
        copy.Protect = Protect;
        copy.RetainOnDelete = RetainOnDelete;
        copy.IgnoreChanges = [.. IgnoreChanges];
        copy.ReplaceOnChanges = [.. ReplaceOnChanges];
        copy.Version = Version;
        copy.Provider = Provider;
        copy.CustomTimeouts = CustomTimeouts;
        copy.ResourceTransformations = [.. ResourceTransformations];
        copy.Aliases = [.. Aliases];
    }

    private protected void Take(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        DependsOn = DependsOn.Concat(other.DependsOn);
        Protect = other.Protect ?? Protect;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        IgnoreChanges.AddRange(other.IgnoreChanges);
        ReplaceOnChanges.AddRange(other.ReplaceOnChanges);
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        ResourceTransformations.AddRange(other.ResourceTransformations);
        Aliases.AddRange(other.Aliases);
    }
}

/// <summary>Options of a provider's resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? additionalSecretOutputs;

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => additionalSecretOutputs ??= [];
        set => additionalSecretOutputs = value;
    }

    /// <summary>The provider's id of an existing resource that this program takes over.</summary>
    public string? ImportId { get; set; }

    /// <summary>The second's values where it has any, else the first's; lists are joined.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = (CustomResourceOptions)(options1 ?? new()).Clone();
        var second = options2 ?? new();
        merged.Take(second);
        merged.DeleteBeforeReplace = second.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = second.ImportId ?? merged.ImportId;
        merged.AdditionalSecretOutputs.AddRange(second.AdditionalSecretOutputs);
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new CustomResourceOptions
        {
            DeleteBeforeReplace = DeleteBeforeReplace,
            ImportId = ImportId,
            AdditionalSecretOutputs = [.. AdditionalSecretOutputs],
        };
        CopyTo(copy);
        return copy;
    }
}

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? providers;

    public List<ProviderResource> Providers
    {
        get => providers ??= [];
        set => providers = value;
    }

    /// <summary>The second's values where it has any, else the first's; lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = (ComponentResourceOptions)(options1 ?? new()).Clone();
        var second = options2 ?? new();
        merged.Take(second);
        merged.Providers = [.. merged.Providers.Concat(second.Providers).Reverse().DistinctBy(provider => provider.Package).Reverse()];
        return merged;
    }

    internal override ResourceOptions Clone()
    {
        var copy = new ComponentResourceOptions { Providers = [.. Providers] };
        CopyTo(copy);
        return copy;
    }
}

/// <summary>How long the engine waits for a resource.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}
