namespace Pulumi.Aws.Sfn.Inputs;

public sealed class StateMachineLoggingConfigurationArgs : ResourceArgs
{
    [Input("includeExecutionData")]
    public Input<bool>? IncludeExecutionData { get; set; }

    [Input("level")]
    public Input<string>? Level { get; set; }

    [Input("logDestination")]
    public Input<string>? LogDestination { get; set; }
}

public sealed class StateMachineTracingConfigurationArgs : ResourceArgs
{
    [Input("enabled")]
    public Input<bool>? Enabled { get; set; }
}
