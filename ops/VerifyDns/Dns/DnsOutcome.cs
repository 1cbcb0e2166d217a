namespace SesCompliance.Ops.VerifyDns.Dns;

internal enum DnsOutcome
{
    Found,

    /// <summary>NODATA: the name is there, but has no record of the type.</summary>
    NoData,

    /// <summary>NXDOMAIN: there is no such name.</summary>
    NoName,

    /// <summary>No word that could be relied on: SERVFAIL, REFUSED, a timeout, an answer cut short.</summary>
    Unanswered,
}
