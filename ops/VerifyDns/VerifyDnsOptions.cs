using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>The options of <c>verify-dns</c>.</summary>
internal sealed partial class VerifyDnsOptions
{
    public const string Off = "off";

    private const int DefaultWatchSeconds = 30;

    public Argument<string> Domain { get; } = new("domain") { Description = "The domain that mail is sent from, such as example.com" };

    public Option<string> NameServer { get; } = new("--nameserver") { Description = "Ask this name server, IP[:port], instead of this machine's own" };

    public Option<string> MailFrom { get; } = new("--mail-from") { Description = "The MAIL FROM domain, or off (default: the one that SES has, or else bounce.DOMAIN)" };

    public Option<string[]> DkimTokens { get; } = new("--dkim-token") { Description = "One of SES's DKIM tokens; give it once for each (default: SES's, where credentials are found)" };

    public Option<string> Region { get; } = new("--region") { Description = "The region that SES sends from (default: the AWS configuration's, or else us-east-1)" };

    public Option<bool> NoAws { get; } = new("--no-aws") { Description = "Ask DNS alone, not SES" };

    public Option<string> Watch { get; } = new("--watch")
    {
        Description = $"Ask again every so many seconds (default {DefaultWatchSeconds}) until nothing fails, and show what changes",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Command Command() => new("verify-dns", "Checks a domain's SPF, DKIM, DMARC and MAIL FROM records, and gives the exact records that are missing")
    {
        Domain, NameServer, MailFrom, DkimTokens, Region, NoAws, Watch,
    };

    /// <exception cref="UsageException">A token is none.</exception>
    public IReadOnlyList<string> Tokens(ParseResult parsed)
    {
        string[] tokens = [.. (parsed.GetValue(DkimTokens) ?? []).Select(token => token.ToLowerInvariant()).Distinct()];
        return Array.Find(tokens, token => !Label().IsMatch(token)) is { } wrong
            ? throw new UsageException($"--dkim-token is '{wrong}': it must be the token alone, without ._domainkey and what follows")
            : tokens;
    }

    /// <returns>Null: no watching.</returns>
    /// <exception cref="UsageException">Not a number of seconds.</exception>
    public TimeSpan? Interval(ParseResult parsed)
    {
        if (parsed.GetResult(Watch) is not { Implicit: false })
        {
            return null;
        }

        var text = parsed.GetValue(Watch);
        return text is null ? TimeSpan.FromSeconds(DefaultWatchSeconds)
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= 1 ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"--watch is '{text}': it must be a whole number of seconds, at least 1");
    }

    /// <exception cref="UsageException">Not a region's name.</exception>
    public string? RegionName(ParseResult parsed) => parsed.GetValue(Region) is not { } region ? null
        : RegionNames().IsMatch(region) ? region : throw new UsageException($"--region is '{region}': it must be a region's name, such as eu-west-1");

    [GeneratedRegex("^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$")]
    private static partial Regex Label();

    [GeneratedRegex("^[a-z]{2}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex RegionNames();
}
