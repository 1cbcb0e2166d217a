using DnsClient.Protocol;
using SesCompliance.Ops.Checks;
using SesCompliance.Ops.VerifyDns.Dns;

namespace SesCompliance.Ops.VerifyDns.Dkim;

/// <summary>Easy DKIM's CNAMEs, and the keys that they lead to.</summary>
internal sealed class DkimChecks(Resolver dns, Subject subject)
{
    private const string Group = "DKIM";
    private const string SigningNames = "SES verifies the domain by these names, and receivers find the key of each mail's signature there. Without it DMARC rests on SPF alone, which forwarding breaks.";
    private const string Unsigned = "Receivers that find this key take SES's signature for invalid.";

    private readonly IReadOnlyList<string> zones = SigningZone.Of(subject.Region, subject.SigningHostedZone);

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        if (subject.DkimTokens.Count == 0)
        {
            return
            [
                new Check(Group, "DKIM tokens", Verdict.CouldNotAsk, "SES's tokens for this domain are not known")
                {
                    Why = "DKIM's records are named by tokens that only SES tells; DNS can't be asked for them without.",
                    ToDo = [$"Give credentials that may call ses:GetEmailIdentity, or --dkim-token three times: aws sesv2 get-email-identity --email-identity {subject.Domain} --query DkimAttributes.Tokens"],
                    IsSettled = true,
                },
            ];
        }

        Seen[] seen = await Task.WhenAll(subject.DkimTokens.Select(token => LookAsync(token, cancellationToken)));
        var sesAnswers = seen.Any(one => one.Key is { IsFound: true } || one.Key?.DeniedBy is { } zone && (zone == "amazonses.com" || DomainName.IsUnder(zone, "amazonses.com")));
        return [.. await Task.WhenAll(seen.Select(one => JudgeAsync(one, sesAnswers, cancellationToken)))];
    }

    private async Task<Seen> LookAsync(string token, CancellationToken cancellationToken)
    {
        var name = $"{token}._domainkey.{subject.Domain}";
        var alias = await dns.CnameAsync(name, cancellationToken);
        return new Seen(token, name, alias, alias.IsUnanswered ? null : await dns.TxtAsync(name, cancellationToken));
    }

    private async Task<Check> JudgeAsync(Seen seen, bool sesAnswers, CancellationToken cancellationToken)
    {
        if (seen.Alias.IsUnanswered)
        {
            return Check(seen, Verdict.CouldNotAsk, seen.Alias.InWords, SigningNames);
        }

        string[] targets = [.. seen.Alias.Records.OfType<CNameRecord>().Select(record => DomainName.Canonical(record.CanonicalName.Value))];
        if (subject.HasOwnKey)
        {
            return OwnKey(seen);
        }

        return targets switch
        {
            [] when seen.Key!.Texts.Any(text => DkimKey.IsKey(text.Text)) => Check(seen, Verdict.Fail, "a TXT record with a key, but no CNAME", $"SES replaces its keys from time to time; a copy stays behind, and SES verifies the domain by the CNAME. {SigningNames}", ["Delete the TXT record and create the CNAME (with a provider that proxies or flattens CNAMEs, turn that off for this name)."]),
            [] => Check(seen, Verdict.Fail, seen.Alias.InWords, SigningNames, [.. await ElsewhereAsync(seen, cancellationToken), "Create this record."]),
            [var target] when zones.Any(zone => target == $"{seen.Token}.{zone}") => Key(seen, target, sesAnswers),
            [var target] => Check(seen, Verdict.Fail, $"CNAME {target}", SigningNames, [Misled(seen, target), "Replace the record."]),
            _ => Check(seen, Verdict.Fail, $"{targets.Length} CNAMEs: {string.Join(", ", targets)}", "A name may have one CNAME; which of several a receiver gets is luck.", ["Delete all but this one."]),
        };
    }

    private Check Key(Seen seen, string target, bool sesAnswers)
    {
        var answer = seen.Key!;
        if (answer.IsUnanswered || (answer.IsAbsent && !sesAnswers))
        {
            // The domain's own record is as it should be; what stands at AWS is AWS's, and this name server doesn't know.
            return Check(seen, Verdict.Pass, $"CNAME {target} (this name server doesn't tell the key there)", SigningNames);
        }

        if (answer.IsAbsent)
        {
            return Check(seen, Verdict.Fail, $"CNAME {target}, where there is no key ({(answer.Outcome == DnsOutcome.NoName ? "NXDOMAIN" : "NODATA")})",
                "SES has no such token: the identity was deleted or made anew, or the token belongs to another account or region.",
                [$"Ask SES for the tokens it has now: aws sesv2 get-email-identity --email-identity {subject.Domain}"], offer: false);
        }

        return Judged(seen, $"CNAME {target}", answer);
    }

    /// <summary>BYODKIM: the domain's owner publishes the key.</summary>
    private Check OwnKey(Seen seen) => seen.Key switch
    {
        { IsFound: true } found => Judged(seen, "TXT", found),
        { IsUnanswered: true } unanswered => Check(seen, Verdict.CouldNotAsk, unanswered.InWords, SigningNames, offer: false),
        var absent => Check(seen, Verdict.Fail, absent!.InWords, $"SES signs with a key of your own (BYODKIM), whose public half stands nowhere. {SigningNames}", [$"Create a TXT record at {seen.Name}: v=DKIM1; k=rsa; p= and the public key in Base64."], offer: false),
    };

    private Check Judged(Seen seen, string found, DnsAnswer answer)
    {
        string[] texts = [.. answer.Texts.Select(text => text.Text)];
        if (texts.Length > 1)
        {
            return Check(seen, Verdict.Fail, $"{found}, {texts.Length} TXT records", "A name may publish one key; which of several a receiver takes is luck (RFC 6376, section 3.6.2.2).", offer: false);
        }

        var key = DkimKey.Read(texts[0]);
        var remedy = subject.HasOwnKey ? "Publish the key anew." : "The record is AWS's: turn DKIM off and on again for the identity (PutEmailIdentityDkimSigningAttributes), or ask AWS.";
        return key switch
        {
            { Flaw: { } flaw } => Check(seen, Verdict.Fail, $"{found}, {flaw}", Unsigned, [remedy], offer: false),
            { Bits: < 1024 } => Check(seen, Verdict.Fail, $"{found}, RSA key of {key.Bits} bits", "Receivers must not accept keys under 1024 bits (RFC 8301).", [UseLongKey()], offer: false),
            { IsTest: true } => Check(seen, Verdict.Warn, $"{found}, RSA key of {key.Bits} bits, t=y", "t=y says that DKIM is only being tried out: receivers treat the mail as if it were not signed.", [remedy], offer: false),
            { Bits: < 2048 } => Check(seen, Verdict.Warn, $"{found}, RSA key of {key.Bits} bits", "1024 bits are still accepted, but signers should use 2048 (RFC 8301).", [UseLongKey()], offer: false),
            _ => Check(seen, Verdict.Pass, $"{found}, RSA key of {key.Bits} bits", SigningNames),
        };
    }

    private string UseLongKey() => subject.HasOwnKey ? "Publish a key of 2048 bits." : $"aws sesv2 put-email-identity-dkim-signing-attributes --email-identity {subject.Domain} --signing-attributes-origin AWS_SES --signing-attributes NextSigningKeyLength=RSA_2048_BIT";

    private string Misled(Seen seen, string target) => target switch
    {
        _ when zones.Any(zone => target == $"{seen.Token}.{zone}.{subject.Domain}") => $"The provider added {subject.Domain} to the target: end the target with a dot.",
        _ when zones.Any(zone => target.EndsWith($".{zone}", StringComparison.Ordinal)) => $"The target is of another token: the CNAMEs were mixed up, or are of an identity that is gone.",
        _ when target.EndsWith(".amazonses.com", StringComparison.Ordinal) => $"SES publishes this identity's keys in {zones[0]}.",
        _ => "The target is not SES's.",
    };

    /// <summary>Where such records end up by mistake.</summary>
    private async Task<IEnumerable<string>> ElsewhereAsync(Seen seen, CancellationToken cancellationToken)
    {
        var organization = OrganizationalDomain.Of(subject.Domain);
        (string Name, string Hint)[] places =
        [
            ($"{seen.Name}.{subject.Domain}", $"The record stands at {seen.Name}.{subject.Domain}: the provider adds {subject.Domain} to names by itself. Enter {seen.Token}._domainkey there."),
            ($"{seen.Name}.{organization}", $"The record stands at {seen.Name}.{organization}: the provider adds {organization} to names by itself."),
            ($"{seen.Token}._domainkey.{organization}", $"The record stands at {seen.Token}._domainkey.{organization}, which is another domain's name."),
            ($"{seen.Token}.{subject.Domain}", $"The record stands at {seen.Token}.{subject.Domain}: ._domainkey is missing in its name."),
            ($"{seen.Token}.domainkey.{subject.Domain}", $"The record stands at {seen.Token}.domainkey.{subject.Domain}: the underscore is missing in its name."),
        ];
        foreach (var (name, hint) in places.Where(place => place.Name != seen.Name).DistinctBy(place => place.Name))
        {
            var there = await dns.CnameAsync(name, cancellationToken);
            if (there.Records.OfType<CNameRecord>().Any(record => zones.Any(zone => DomainName.Canonical(record.CanonicalName.Value).StartsWith($"{seen.Token}.{zone}", StringComparison.Ordinal))))
            {
                return [hint];
            }
        }

        return [];
    }

    private Check Check(Seen seen, Verdict verdict, string found, string why, IReadOnlyList<string>? toDo = null, bool offer = true) => new(Group, $"DKIM {seen.Name}", verdict, found)
    {
        Why = why,
        ToDo = toDo,
        Records = offer && !subject.HasOwnKey && verdict != Verdict.Pass ? [new RecordToCreate("CNAME", seen.Name, $"{seen.Token}.{zones[0]}")] : null,
    };

    private sealed record Seen(string Token, string Name, DnsAnswer Alias, DnsAnswer? Key);
}
