namespace Pulumi;

/// <summary>What the engine should know of a function's call besides its arguments.</summary>
public class InvokeOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }
}

/// <summary>Options of a call whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? dependsOn;

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= new();
        set => dependsOn = value;
    }
}
