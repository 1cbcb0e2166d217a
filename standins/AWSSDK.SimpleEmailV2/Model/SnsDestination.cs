namespace Amazon.SimpleEmailV2.Model;

/// <summary>Events are published to a topic.</summary>
public partial class SnsDestination
{
    public string TopicArn { get; set; }
}
