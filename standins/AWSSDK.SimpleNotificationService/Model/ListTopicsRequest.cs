namespace Amazon.SimpleNotificationService.Model;

/// <summary>Asks for a page of the account's topics.</summary>
public partial class ListTopicsRequest : AmazonSimpleNotificationServiceRequest
{
    public ListTopicsRequest()
    {
    }

    public ListTopicsRequest(string nextToken) => NextToken = nextToken;

    public string NextToken { get; set; }
}
