namespace Pulumi.Aws.Lambda;

/// <summary>A Lambda function.</summary>
public class Function : CustomResource
{
    public Function(string name, FunctionArgs args, CustomResourceOptions? options = null)
        : base("aws:lambda/function:Function", name, args ?? new FunctionArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("handler")]
    public Output<string?> Handler { get; private set; } = null!;

    [Output("invokeArn")]
    public Output<string> InvokeArn { get; private set; } = null!;

    [Output("memorySize")]
    public Output<int?> MemorySize { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("qualifiedArn")]
    public Output<string> QualifiedArn { get; private set; } = null!;

    [Output("role")]
    public Output<string> Role { get; private set; } = null!;

    [Output("runtime")]
    public Output<string?> Runtime { get; private set; } = null!;

    [Output("timeout")]
    public Output<int?> Timeout { get; private set; } = null!;

    [Output("version")]
    public Output<string> Version { get; private set; } = null!;
}

public sealed class FunctionArgs : ResourceArgs
{
    [field: Input("architectures")]
    public InputList<string> Architectures
    {
        get => field ??= new();
        set;
    }

    [Input("code")]
    public Input<Archive>? Code { get; set; }

    [Input("deadLetterConfig")]
    public Input<Inputs.FunctionDeadLetterConfigArgs>? DeadLetterConfig { get; set; }

    [Input("description")]
    public Input<string>? Description { get; set; }

    [Input("environment")]
    public Input<Inputs.FunctionEnvironmentArgs>? Environment { get; set; }

    [Input("handler")]
    public Input<string>? Handler { get; set; }

    [Input("kmsKeyArn")]
    public Input<string>? KmsKeyArn { get; set; }

    [Input("loggingConfig")]
    public Input<Inputs.FunctionLoggingConfigArgs>? LoggingConfig { get; set; }

    [Input("memorySize")]
    public Input<int>? MemorySize { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("packageType")]
    public Input<string>? PackageType { get; set; }

    [Input("publish")]
    public Input<bool>? Publish { get; set; }

    [Input("reservedConcurrentExecutions")]
    public Input<int>? ReservedConcurrentExecutions { get; set; }

    [Input("role", required: true)]
    public Input<string> Role { get; set; } = null!;

    [Input("runtime")]
    public InputUnion<string, Runtime>? Runtime { get; set; }

    [Input("sourceCodeHash")]
    public Input<string>? SourceCodeHash { get; set; }

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("timeout")]
    public Input<int>? Timeout { get; set; }

    [Input("tracingConfig")]
    public Input<Inputs.FunctionTracingConfigArgs>? TracingConfig { get; set; }
}
