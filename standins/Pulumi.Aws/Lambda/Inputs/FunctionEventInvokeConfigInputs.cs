namespace Pulumi.Aws.Lambda.Inputs;

public sealed class FunctionEventInvokeConfigDestinationConfigArgs : ResourceArgs
{
    [Input("onFailure")]
    public Input<Inputs.FunctionEventInvokeConfigDestinationConfigOnFailureArgs>? OnFailure { get; set; }

    [Input("onSuccess")]
    public Input<Inputs.FunctionEventInvokeConfigDestinationConfigOnSuccessArgs>? OnSuccess { get; set; }
}

public sealed class FunctionEventInvokeConfigDestinationConfigOnFailureArgs : ResourceArgs
{
    [Input("destination", required: true)]
    public Input<string> Destination { get; set; } = null!;
}

public sealed class FunctionEventInvokeConfigDestinationConfigOnSuccessArgs : ResourceArgs
{
    [Input("destination", required: true)]
    public Input<string> Destination { get; set; } = null!;
}
