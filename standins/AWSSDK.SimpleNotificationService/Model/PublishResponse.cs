using Amazon.Runtime;

namespace Amazon.SimpleNotificationService.Model;

/// <summary>SNS took the message.</summary>
public partial class PublishResponse : AmazonWebServiceResponse
{
    public string MessageId { get; set; }

    public string SequenceNumber { get; set; }
}
