namespace Pulumi.Aws.Lambda;

/// <summary>How a function's asynchronous calls are retried and where they end.</summary>
public class FunctionEventInvokeConfig : CustomResource
{
    public FunctionEventInvokeConfig(string name, FunctionEventInvokeConfigArgs args, CustomResourceOptions? options = null)
        : base("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", name, args ?? new FunctionEventInvokeConfigArgs(), NewResource.With(options))
    {
    }

    [Output("functionName")]
    public Output<string> FunctionName { get; private set; } = null!;

    [Output("maximumEventAgeInSeconds")]
    public Output<int?> MaximumEventAgeInSeconds { get; private set; } = null!;

    [Output("maximumRetryAttempts")]
    public Output<int?> MaximumRetryAttempts { get; private set; } = null!;
}

public sealed class FunctionEventInvokeConfigArgs : ResourceArgs
{
    [Input("destinationConfig")]
    public Input<Inputs.FunctionEventInvokeConfigDestinationConfigArgs>? DestinationConfig { get; set; }

    [Input("functionName", required: true)]
    public Input<string> FunctionName { get; set; } = null!;

    [Input("maximumEventAgeInSeconds")]
    public Input<int>? MaximumEventAgeInSeconds { get; set; }

    [Input("maximumRetryAttempts")]
    public Input<int>? MaximumRetryAttempts { get; set; }

    [Input("qualifier")]
    public Input<string>? Qualifier { get; set; }
}
