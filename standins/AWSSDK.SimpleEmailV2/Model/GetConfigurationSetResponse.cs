using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>A configuration set's settings.</summary>
public partial class GetConfigurationSetResponse : AmazonWebServiceResponse
{
    public string ConfigurationSetName { get; set; }

    public TrackingOptions TrackingOptions { get; set; }

    public DeliveryOptions DeliveryOptions { get; set; }

    public ReputationOptions ReputationOptions { get; set; }

    public SendingOptions SendingOptions { get; set; }

    public List<Tag> Tags { get; set; } = Collections.Initial<Tag>();

    public SuppressionOptions SuppressionOptions { get; set; }

    public VdmOptions VdmOptions { get; set; }

    public ArchivingOptions ArchivingOptions { get; set; }
}
