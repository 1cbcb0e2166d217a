namespace SesCompliance.Ops.VerifyDns;

/// <summary>The domain that is looked at, and what its records must fit.</summary>
/// <param name="Domain">The From addresses' domain, which SES has as an identity.</param>
/// <param name="MailFrom">The envelope sender's domain; null: SES uses amazonses.com.</param>
/// <param name="Region">Where SES sends from.</param>
internal sealed record Subject(string Domain, string? MailFrom, string Region)
{
    /// <summary>Neither SES nor the operator named the MAIL FROM domain: it is this stack's default.</summary>
    public bool MailFromIsAssumed { get; init; }

    public IReadOnlyList<string> DkimTokens { get; init; } = [];

    /// <summary>Where SES publishes the keys; null: SES did not say.</summary>
    public string? SigningHostedZone { get; init; }

    /// <summary>BYODKIM: the tokens are selectors of keys that the domain publishes itself.</summary>
    public bool HasOwnKey { get; init; }
}
