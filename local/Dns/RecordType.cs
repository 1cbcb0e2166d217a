namespace SesCompliance.Local.Dns;

/// <summary>The types by their numbers (IANA, DNS parameters). A question may have any other number: it is answered as a type that no name has.</summary>
public enum RecordType
{
    None = 0,
    A = 1,
    NS = 2,
    CNAME = 5,
    SOA = 6,
    MX = 15,
    TXT = 16,
    AAAA = 28,
    OPT = 41,
    IXFR = 251,
    AXFR = 252,
    ANY = 255,
}
