namespace Amazon.SimpleEmailV2.Model;

/// <summary>Events go into a Firehose stream.</summary>
public partial class KinesisFirehoseDestination
{
    public string IamRoleArn { get; set; }

    public string DeliveryStreamArn { get; set; }
}
