namespace Amazon.SimpleEmailV2.Model;

/// <summary>Events go onto a bus.</summary>
public partial class EventBridgeDestination
{
    public string EventBusArn { get; set; }
}
