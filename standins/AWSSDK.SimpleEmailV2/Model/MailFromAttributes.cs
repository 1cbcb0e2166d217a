namespace Amazon.SimpleEmailV2.Model;

/// <summary>The identity's own MAIL FROM domain.</summary>
public partial class MailFromAttributes
{
    public string MailFromDomain { get; set; }

    public MailFromDomainStatus MailFromDomainStatus { get; set; }

    public BehaviorOnMxFailure BehaviorOnMxFailure { get; set; }
}
