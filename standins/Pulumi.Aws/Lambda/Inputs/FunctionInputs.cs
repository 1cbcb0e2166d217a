namespace Pulumi.Aws.Lambda.Inputs;

public sealed class FunctionDeadLetterConfigArgs : ResourceArgs
{
    [Input("targetArn", required: true)]
    public Input<string> TargetArn { get; set; } = null!;
}

public sealed class FunctionEnvironmentArgs : ResourceArgs
{
    [field: Input("variables")]
    public InputMap<string> Variables
    {
        get => field ??= new();
        set;
    }
}

public sealed class FunctionLoggingConfigArgs : ResourceArgs
{
    [Input("applicationLogLevel")]
    public Input<string>? ApplicationLogLevel { get; set; }

    [Input("logFormat", required: true)]
    public Input<string> LogFormat { get; set; } = null!;

    [Input("logGroup")]
    public Input<string>? LogGroup { get; set; }

    [Input("systemLogLevel")]
    public Input<string>? SystemLogLevel { get; set; }
}

public sealed class FunctionTracingConfigArgs : ResourceArgs
{
    [Input("mode", required: true)]
    public Input<string> Mode { get; set; } = null!;
}
