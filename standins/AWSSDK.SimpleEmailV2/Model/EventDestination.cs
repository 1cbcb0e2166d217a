using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>Which events go where. One of the destinations is set.</summary>
public partial class EventDestination
{
    public string Name { get; set; }

    public bool? Enabled { get; set; }

    public List<string> MatchingEventTypes { get; set; } = Collections.Initial<string>();

    public KinesisFirehoseDestination KinesisFirehoseDestination { get; set; }

    public CloudWatchDestination CloudWatchDestination { get; set; }

    public SnsDestination SnsDestination { get; set; }

    public EventBridgeDestination EventBridgeDestination { get; set; }

    public PinpointDestination PinpointDestination { get; set; }
}
