using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using DnsClient.Protocol;

namespace SesCompliance.Ops.VerifyDns.Dns;

/// <summary>
/// Asks DNS, each name and type once, so that a run judges one state of the zone. Nothing is kept from one run to the next: a record that was just mended is seen at once, as far as
/// the name server itself does not keep the old one.
/// </summary>
internal sealed class Resolver(ILookupClient client)
{
    private const int MaximumAliases = 8;
    private const string Circle = "its CNAMEs lead in a circle, or on and on";

    private readonly ConcurrentDictionary<(string Name, QueryType Type), Lazy<Task<DnsAnswer>>> asked = [];

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <param name="timeout">For one attempt, of two.</param>
    /// <exception cref="CouldNotAskException">This machine names no name server.</exception>
    public static ILookupClient Client(IPEndPoint? nameServer, TimeSpan? timeout = null)
    {
        try
        {
            var options = nameServer is null ? new LookupClientOptions() : new LookupClientOptions(nameServer);
            options.UseCache = false;
            options.UseTcpFallback = true;
            options.ThrowDnsErrors = false;
            options.ContinueOnDnsError = true;
            options.ContinueOnEmptyResponse = false;
            options.Timeout = timeout ?? Timeout;
            options.Retries = 1;
            return new LookupClient(options);
        }
        catch (Exception error) when (error is InvalidOperationException or System.Net.NetworkInformation.NetworkInformationException)
        {
            throw new CouldNotAskException($"this machine names no DNS server to ask ({error.Message}); give one with --nameserver", error);
        }
    }

    public Task<DnsAnswer> TxtAsync(string name, CancellationToken cancellationToken) => AskAsync(name, QueryType.TXT, cancellationToken);

    public Task<DnsAnswer> MxAsync(string name, CancellationToken cancellationToken) => AskAsync(name, QueryType.MX, cancellationToken);

    /// <summary>The CNAME that stands at the name itself.</summary>
    public Task<DnsAnswer> CnameAsync(string name, CancellationToken cancellationToken) => AskAsync(name, QueryType.CNAME, cancellationToken);

    public Task<DnsAnswer> AskAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        var key = (Key: DomainName.Canonical(name), type);
        return asked.GetOrAdd(key, _ => new(() => FollowAsync(key.Key, type, cancellationToken))).Value;
    }

    /// <summary>A server that only answers for its own zones leaves the end of a CNAME to the one who asks.</summary>
    private async Task<DnsAnswer> FollowAsync(string name, QueryType type, CancellationToken cancellationToken)
    {
        if (DomainName.Flaw(name) is { } flaw)
        {
            return new DnsAnswer(name, type.ToString(), DnsOutcome.NoName, []) { Trouble = flaw };
        }

        var current = name;
        for (var step = 0; step <= MaximumAliases; step++)
        {
            var (answer, alias) = await QueryAsync(name, current, type, cancellationToken);
            if (alias is null)
            {
                return answer with { Alias = current == name ? answer.Alias : current };
            }

            current = alias;
        }

        return new DnsAnswer(name, type.ToString(), DnsOutcome.Unanswered, []) { Trouble = Circle };
    }

    private async Task<(DnsAnswer Answer, string? Alias)> QueryAsync(string name, string current, QueryType type, CancellationToken cancellationToken)
    {
        DnsAnswer Answer(DnsOutcome outcome, string? trouble = null, string? deniedBy = null) =>
            new(name, type.ToString(), outcome, []) { Trouble = trouble, DeniedBy = deniedBy };
        try
        {
            var reply = await client.QueryAsync(current, type, QueryClass.IN, cancellationToken);
            if (reply.Header.ResultTruncated)
            {
                return (Answer(DnsOutcome.Unanswered, "the answer was cut short and could not be had over TCP"), null);
            }

            var deniedBy = reply.Authorities.OfType<SoaRecord>().Select(soa => DomainName.Canonical(soa.DomainName.Value)).FirstOrDefault();
            if ((type == QueryType.CNAME ? current : End(reply.Answers, current)) is not { } end)
            {
                return (Answer(DnsOutcome.Unanswered, Circle), null);
            }

            List<DnsResourceRecord> found = [.. reply.Answers.Where(record => (int)record.RecordType == (int)type && DomainName.Canonical(record.DomainName.Value) == end)];
            if (found.Count == 0 && end != current && deniedBy is null && reply.Header.ResponseCode != DnsHeaderResponseCode.ServerFailure)
            {
                // The server leaves the CNAME's end to the one who asks; where it vouches for the end's absence itself, that holds.
                return (Answer(DnsOutcome.NoData), end);
            }

            if (reply is { Header: { ResponseCode: DnsHeaderResponseCode.NoError, HasAuthorityAnswer: false, RecursionAvailable: false }, Answers.Count: 0 } && deniedBy is null)
            {
                return (Answer(DnsOutcome.Unanswered, "the name server neither knows the name nor looks for it (a lame server, or a referral to others)"), null);
            }

            return reply.Header.ResponseCode switch
            {
                _ when found.Count > 0 => (new DnsAnswer(name, type.ToString(), DnsOutcome.Found, found) { Alias = end == current ? null : end }, null),
                DnsHeaderResponseCode.NoError => (Answer(DnsOutcome.NoData, null, deniedBy), null),
                DnsHeaderResponseCode.NotExistentDomain => (Answer(DnsOutcome.NoName, null, deniedBy), null),
                DnsHeaderResponseCode.ServerFailure => (Answer(DnsOutcome.Unanswered, "the name server failed (SERVFAIL: the zone's own servers do not answer, or its DNSSEC is broken)"), null),
                DnsHeaderResponseCode.Refused => (Answer(DnsOutcome.Unanswered, "the name server refuses to answer for this name (REFUSED)"), null),
                var code => (Answer(DnsOutcome.Unanswered, $"the name server answered {code}"), null),
            };
        }
        catch (DnsResponseException error)
        {
            return (Answer(DnsOutcome.Unanswered, error.Code == DnsResponseCode.ConnectionTimeout ? "no answer in time" : $"no usable answer ({error.DnsError})"), null);
        }
        catch (Exception error) when (error is SocketException or DnsXidMismatchException or IOException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            return (Answer(DnsOutcome.Unanswered, $"no usable answer ({error.Message})"), null);
        }
    }

    /// <summary>The last name that the answer's CNAMEs lead to; null: they lead in a circle.</summary>
    private static string? End(IReadOnlyList<DnsResourceRecord> answers, string start)
    {
        var aliases = answers.OfType<CNameRecord>().GroupBy(record => DomainName.Canonical(record.DomainName.Value))
            .ToDictionary(group => group.Key, group => DomainName.Canonical(group.First().CanonicalName.Value));
        var seen = new HashSet<string> { start };
        var current = start;
        while (aliases.TryGetValue(current, out var next))
        {
            current = next;
            if (!seen.Add(current))
            {
                return null;
            }
        }

        return current;
    }
}
