using Amazon.Runtime.StandIns;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>One message to send.</summary>
public partial class SendEmailRequest : AmazonSimpleEmailServiceV2Request
{
    public string FromEmailAddress { get; set; }

    public string FromEmailAddressIdentityArn { get; set; }

    public Destination Destination { get; set; }

    public List<string> ReplyToAddresses { get; set; } = Collections.Initial<string>();

    public string FeedbackForwardingEmailAddress { get; set; }

    public string FeedbackForwardingEmailAddressIdentityArn { get; set; }

    public EmailContent Content { get; set; }

    public List<MessageTag> EmailTags { get; set; } = Collections.Initial<MessageTag>();

    public string ConfigurationSetName { get; set; }

    public string TenantName { get; set; }

    public ListManagementOptions ListManagementOptions { get; set; }
}
