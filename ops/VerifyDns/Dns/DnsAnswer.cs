using DnsClient.Protocol;

namespace SesCompliance.Ops.VerifyDns.Dns;

/// <summary>What DNS says of one name and type.</summary>
/// <param name="Records">Of the type that was asked for; CNAMEs on the way were followed.</param>
internal sealed record DnsAnswer(string Name, string Type, DnsOutcome Outcome, IReadOnlyList<DnsResourceRecord> Records)
{
    /// <summary>Why there was no answer.</summary>
    public string? Trouble { get; init; }

    /// <summary>The zone that vouches for a negative answer (RFC 2308), where the server said.</summary>
    public string? DeniedBy { get; init; }

    /// <summary>The name that the records stand at, where a CNAME led there.</summary>
    public string? Alias { get; init; }

    public bool IsFound => Outcome == DnsOutcome.Found;

    /// <summary>NXDOMAIN and NODATA: it is certain that there is no such record.</summary>
    public bool IsAbsent => Outcome is DnsOutcome.NoData or DnsOutcome.NoName;

    public bool IsUnanswered => Outcome == DnsOutcome.Unanswered;

    public IEnumerable<TxtValue> Texts => Records.OfType<TxtRecord>().Select(record => new TxtValue([.. record.Text]));

    /// <summary>The absence or the trouble in words.</summary>
    public string InWords => Outcome switch
    {
        DnsOutcome.NoData => $"no {Type} record at {Name} (NODATA: the name has other records)",
        DnsOutcome.NoName => $"no {Type} record: there is no name {Name} (NXDOMAIN)",
        DnsOutcome.Unanswered => $"{Type} of {Name}: {Trouble}",
        _ => $"{Records.Count} {Type} records at {Name}",
    };
}
