namespace Amazon.SimpleEmailV2.Model;

/// <summary>Events go to a Pinpoint project.</summary>
public partial class PinpointDestination
{
    public string ApplicationArn { get; set; }
}
