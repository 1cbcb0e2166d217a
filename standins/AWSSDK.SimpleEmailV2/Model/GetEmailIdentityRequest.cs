namespace Amazon.SimpleEmailV2.Model;

/// <summary>Asks about a domain or an address.</summary>
public partial class GetEmailIdentityRequest : AmazonSimpleEmailServiceV2Request
{
    public string EmailIdentity { get; set; }
}
