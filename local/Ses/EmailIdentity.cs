namespace SesCompliance.Local.Ses;

/// <summary>A domain or an address that this account may send from.</summary>
public sealed record EmailIdentity(string Name)
{
    public bool IsDomain => !Name.Contains('@', StringComparison.Ordinal);

    public string Arn => Account.Arn("ses", $"identity/{Name}");

    /// <summary>PENDING, SUCCESS, FAILED, TEMPORARY_FAILURE or NOT_STARTED.</summary>
    public string VerificationStatus { get; init; } = "SUCCESS";

    public bool IsVerified => VerificationStatus == "SUCCESS";

    /// <summary>Easy DKIM; null for an address that has none of its own.</summary>
    public DkimAttributes? Dkim { get; init; }

    /// <summary>The configuration set of mail that names none.</summary>
    public string? ConfigurationSetName { get; init; }

    public MailFromAttributes? MailFrom { get; init; }

    /// <summary>Whether SES mails bounces to the sender; nothing here reads such mail, so it only stands here to be shown.</summary>
    public bool FeedbackForwarding { get; init; } = true;

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <param name="Tokens">Three labels, each to become the CNAME <c>token._domainkey.domain</c>.</param>
public sealed record DkimAttributes(IReadOnlyList<string> Tokens)
{
    public string Status { get; init; } = "SUCCESS";

    /// <summary>Where the CNAMEs point to: <c>token.dkim.amazonses.com</c>.</summary>
    public string SigningHostedZone { get; init; } = "dkim.amazonses.com";

    /// <summary>RSA_1024_BIT or RSA_2048_BIT.</summary>
    public string KeyLength { get; init; } = "RSA_2048_BIT";
}

/// <param name="BehaviorOnMxFailure">USE_DEFAULT_VALUE or REJECT_MESSAGE.</param>
public sealed record MailFromAttributes(string Domain, string BehaviorOnMxFailure)
{
    /// <summary>PENDING, SUCCESS, FAILED or TEMPORARY_FAILURE.</summary>
    public string Status { get; init; } = "SUCCESS";
}
