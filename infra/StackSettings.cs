using System.Text.RegularExpressions;
using Pulumi;

namespace SesCompliance.Infra;

/// <summary>The stack's configuration (<c>ses-compliance:</c> keys), typed and checked before any resource is declared.</summary>
public sealed partial record StackSettings
{
    public const string Namespace = "ses-compliance";

    /// <summary>The stack's name; it ends every resource's name, so that two stacks share one account.</summary>
    public required string Stack { get; init; }

    /// <summary>The domain that SES sends from.</summary>
    public required string Domain { get; init; }

    /// <summary>The sender of every mail, an address in <see cref="Domain"/>.</summary>
    public required string FromAddress { get; init; }

    /// <summary>Whether this stack makes the domain's SES identity, or another stack or account owner did.</summary>
    public IdentityMode IdentityMode { get; init; }

    /// <summary>The domain's DNS records; null where another stack or account owner answers for them (<see cref="IdentityMode.Reference"/>).</summary>
    public DnsSettings? Dns { get; init; }

    /// <summary>Whether this stack sets what the account's own suppression list is kept for: there is one per account and region.</summary>
    public bool AccountSuppression { get; init; }

    /// <summary>What becomes of a mail when the suppression list can't be asked.</summary>
    public SuppressionFailurePolicy OnSuppressionFailure { get; init; }

    /// <summary>Seconds that an execution waits for the mail's fate after SES took it; 0: it doesn't.</summary>
    public int AwaitFeedbackSeconds { get; init; }

    /// <summary>Send functions that may run at once; null leaves the account's limit.</summary>
    public int? MaxSendConcurrency { get; init; }

    /// <summary>Days that the ledger remembers a send id.</summary>
    public int LedgerDays { get; init; }

    public int LogRetentionDays { get; init; }

    /// <summary>The functions' instruction set as Lambda names it: x86_64 or arm64.</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether tables and identity are protected from deletion.</summary>
    public bool Protect { get; init; }

    public required AlarmSettings Alarms { get; init; }

    /// <summary>Reads the running deployment's configuration, and makes sure that the functions' archive runs on Lambda.</summary>
    /// <exception cref="RunException">Names every mistake at once.</exception>
    public static StackSettings Load()
    {
        var config = new Config(Namespace);
        var settings = Parse(Deployment.Instance.StackName, config.Get, EngineConfiguration.Keys(Namespace));
        return FunctionArchive.Flaw(settings.Architecture) is { } flaw ? throw new RunException(flaw) : settings;
    }

    /// <summary>Reads settings by key, without the namespace.</summary>
    /// <param name="keys">The keys that the stack sets, without the namespace: one that is unknown is a mistake. Null where nobody can list them.</param>
    /// <exception cref="RunException">Names every mistake at once: key, value, stack and rule.</exception>
    public static StackSettings Parse(string stack, Func<string, string?> value, IEnumerable<string>? keys = null)
    {
        var read = new SettingsReader(stack, value, keys ?? []);
        if (!StackNames().IsMatch(stack))
        {
            read.Refuse($"the stack's name is '{stack}': it ends every resource's name, so it must be 1 to 20 letters, digits and hyphens");
        }

        var domain = read.Required("domain", Domains(), "a domain name in lower case, such as example.com");
        var identityMode = read.Choice("identityMode", IdentityMode.Create);
        var settings = new StackSettings
        {
            Stack = stack,
            Domain = domain,
            FromAddress = read.Required("fromAddress", Addresses(), "one plain address, such as verify@example.com"),
            IdentityMode = identityMode,
            Dns = DnsSettings.Read(read, identityMode, domain),
            AccountSuppression = read.Flag("accountSuppression", false),
            OnSuppressionFailure = read.Choice("onSuppressionFailure", SuppressionFailurePolicy.Open),
            AwaitFeedbackSeconds = read.Number("awaitFeedbackSeconds", 30, 0, 86_400),
            MaxSendConcurrency = read.Number("maxSendConcurrency", 1, 1_000),
            LedgerDays = read.Number("ledgerDays", 30, 1, 3_650),
            LogRetentionDays = read.OneOf("logRetentionDays", 30, RetentionDays),
            Architecture = read.OneOf("architecture", "x86_64", ["x86_64", "arm64"]),
            Protect = read.Flag("protect", false),
            Alarms = AlarmSettings.Parse(read),
        };

        var senderDomain = settings.FromAddress[(settings.FromAddress.LastIndexOf('@') + 1)..];
        if (domain.Length > 0 && senderDomain.Length > 0 && senderDomain != domain && !senderDomain.EndsWith("." + domain, StringComparison.Ordinal))
        {
            read.Refuse($"{Namespace}:fromAddress is '{settings.FromAddress}' in stack '{stack}': it must be an address at {domain} (key domain), which is what SES verifies");
        }

        if (settings.Dns?.MailFromDomain is { } mailFrom && (senderDomain == mailFrom || senderDomain.EndsWith("." + mailFrom, StringComparison.Ordinal)))
        {
            read.Refuse($"{Namespace}:fromAddress is '{settings.FromAddress}' in stack '{stack}': it must not be an address at {mailFrom} (key mailFromSubdomain), which takes bounces and must not send");
        }

        read.ThrowIfRefused();
        return settings;
    }

    /// <summary>A resource's name in this stack, e.g. <c>ses-send-ledger-dev</c>.</summary>
    public string Named(string name) => $"{name}-{Stack}";

    /// <summary>The tags of every resource that takes tags: costs are told apart by them.</summary>
    public InputMap<string> Tags(string component) => new()
    {
        ["project"] = Namespace,
        ["stack"] = Stack,
        ["component"] = component,
    };

    /// <summary>What CloudWatch Logs takes as retention (PutRetentionPolicy).</summary>
    private static readonly int[] RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    [GeneratedRegex("^[A-Za-z0-9-]{1,20}$")]
    private static partial Regex StackNames();

    [GeneratedRegex(@"^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    private static partial Regex Domains();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    internal static partial Regex Addresses();
}

/// <summary>Who makes the domain's SES identity: it exists once per account and region.</summary>
public enum IdentityMode
{
    Create,
    Reference,
}

/// <summary>Fail open (send, count and alarm) or fail closed (don't send).</summary>
public enum SuppressionFailurePolicy
{
    Open,
    Closed,
}
