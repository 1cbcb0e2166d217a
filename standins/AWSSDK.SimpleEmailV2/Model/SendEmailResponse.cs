using Amazon.Runtime;

namespace Amazon.SimpleEmailV2.Model;

/// <summary>SES took the message.</summary>
public partial class SendEmailResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }
}
