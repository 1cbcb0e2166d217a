namespace Amazon.SimpleNotificationService.Model;

/// <summary>A topic.</summary>
public partial class Topic
{
    public string TopicArn { get; set; }
}
