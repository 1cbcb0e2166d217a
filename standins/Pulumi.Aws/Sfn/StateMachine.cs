namespace Pulumi.Aws.Sfn;

/// <summary>A Step Functions state machine.</summary>
public class StateMachine : CustomResource
{
    public StateMachine(string name, StateMachineArgs args, CustomResourceOptions? options = null)
        : base("aws:sfn/stateMachine:StateMachine", name, args ?? new StateMachineArgs(), NewResource.With(options))
    {
    }

    [Output("arn")]
    public Output<string> Arn { get; private set; } = null!;

    [Output("definition")]
    public Output<string> Definition { get; private set; } = null!;

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("roleArn")]
    public Output<string> RoleArn { get; private set; } = null!;

    [Output("status")]
    public Output<string> Status { get; private set; } = null!;

    [Output("type")]
    public Output<string?> Type { get; private set; } = null!;
}

public sealed class StateMachineArgs : ResourceArgs
{
    [Input("definition", required: true)]
    public Input<string> Definition { get; set; } = null!;

    [Input("loggingConfiguration")]
    public Input<Inputs.StateMachineLoggingConfigurationArgs>? LoggingConfiguration { get; set; }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("publish")]
    public Input<bool>? Publish { get; set; }

    [Input("roleArn", required: true)]
    public Input<string> RoleArn { get; set; } = null!;

    [field: Input("tags")]
    public InputMap<string> Tags
    {
        get => field ??= new();
        set;
    }

    [Input("tracingConfiguration")]
    public Input<Inputs.StateMachineTracingConfigurationArgs>? TracingConfiguration { get; set; }

    [Input("type")]
    public Input<string>? Type { get; set; }
}
