namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks how the account stands.</summary>
public partial class GetAccountRequest : AmazonSimpleEmailServiceV2Request
{
}
