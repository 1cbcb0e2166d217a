using System.CommandLine;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Spectre.Console;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;
using SesCompliance.Ops.VerifyDns.Ses;

namespace SesCompliance.Ops.VerifyDns;

/// <summary><c>ses-ops verify-dns DOMAIN</c></summary>
internal static class VerifyDnsCommand
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>The stack's default of key mailFromSubdomain.</summary>
    private const string DefaultMailFrom = "bounce";

    public static Command Create(CommonOptions common)
    {
        var options = new VerifyDnsOptions();
        var command = options.Command();
        common.Runs(command, (session, parsed, cancellationToken) => RunAsync(options, session, parsed, cancellationToken));
        return command;
    }

    private static async Task<ExitCode> RunAsync(VerifyDnsOptions options, Session session, ParseResult parsed, CancellationToken cancellationToken)
    {
        var domain = DomainName.Read("domain", parsed.GetValue(options.Domain)!);
        var mailFrom = parsed.GetValue(options.MailFrom) is { } given ? given == VerifyDnsOptions.Off ? given : DomainName.Read("--mail-from", given) : null;
        var (tokens, region, interval) = (options.Tokens(parsed), options.RegionName(parsed), options.Interval(parsed));
        var nameServer = parsed.GetValue(options.NameServer) is { } server ? NameServerArgument.Read(server) : null;
        var client = Resolver.Client(nameServer);
        using var ownClient = region is null || parsed.GetValue(options.NoAws) ? null : Client(region);

        var told = false;

        async Task<CheckReport> LookAsync()
        {
            var view = parsed.GetValue(options.NoAws) ? new SesView(SesWord.NotAsked) : await SesView.AskAsync(() => ownClient ?? session.Aws.Ses, domain, cancellationToken);
            if (view is { Word: SesWord.NotAsked, Trouble: { } reason } && !told)
            {
                told = true;
                session.Output.Aside.WriteLine($"SES was not asked, only DNS: {reason}");
            }

            var subject = Subject(domain, mailFrom, tokens, region ?? ConfiguredRegion(), view);
            return await DomainVerification.RunAsync(new Resolver(client), subject, view, cancellationToken);
        }

        var report = interval is { } pause ? await new Watch(LookAsync, pause, session.Clock, session.Output.Aside).RunAsync(cancellationToken) : await LookAsync();
        session.Output.Write(report, console => CheckView.Write(console, report));
        return interval is not null && Watch.IsOver(report) ? ExitCode.Fine : report.ExitCode();
    }

    private static Subject Subject(string domain, string? mailFrom, IReadOnlyList<string> tokens, string region, SesView view)
    {
        var identity = view.Identity;
        var assumed = mailFrom is null && identity is null;
        var envelope = mailFrom ?? (assumed ? $"{DefaultMailFrom}.{domain}" : identity!.MailFromAttributes?.MailFromDomain is { Length: > 0 } told ? told : VerifyDnsOptions.Off);
        return new Subject(domain, envelope == VerifyDnsOptions.Off ? null : DomainName.Canonical(envelope), region)
        {
            MailFromIsAssumed = assumed,
            DkimTokens = tokens.Count > 0 ? tokens : identity?.DkimAttributes?.Tokens ?? [],
            SigningHostedZone = identity?.DkimAttributes?.SigningHostedZone is { Length: > 0 } zone ? DomainName.Canonical(zone) : null,
            HasOwnKey = identity?.DkimAttributes?.SigningAttributesOrigin == DkimSigningAttributesOrigin.EXTERNAL,
        };
    }

    private static string ConfiguredRegion() => FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName ?? DefaultRegion;

    private static AmazonSimpleEmailServiceV2Client? Client(string region)
    {
        try
        {
            return new AmazonSimpleEmailServiceV2Client(RegionEndpoint.GetBySystemName(region));
        }
        catch (AmazonClientException)
        {
            // No credentials; the session's own client tells so when it is asked.
            return null;
        }
    }
}
