namespace Amazon.CloudWatch.Model;

/// <summary>What is to be said of a result.</summary>
public partial class MessageData
{
    public string Code { get; set; }

    public string Value { get; set; }
}
