using Amazon.Runtime;
using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>How a domain or an address is verified, signed and configured.</summary>
public partial class GetEmailIdentityResponse : AmazonWebServiceResponse
{
    public IdentityType IdentityType { get; set; }

    public bool? FeedbackForwardingStatus { get; set; }

    public bool? VerifiedForSendingStatus { get; set; }

    public DkimAttributes DkimAttributes { get; set; }

    public MailFromAttributes MailFromAttributes { get; set; }

    public Dictionary<string, string> Policies { get; set; } = Collections.InitialMap<string>();

    public List<Tag> Tags { get; set; } = Collections.Initial<Tag>();

    public string ConfigurationSetName { get; set; }

    public VerificationStatus VerificationStatus { get; set; }

    public VerificationInfo VerificationInfo { get; set; }
}
