namespace SesCompliance.Local.Dns;

/// <summary>RFC 1035, section 4.1.1, and RFC 6891 (BadVersion, which takes EDNS to say).</summary>
public enum ResponseCode
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
    BadVersion = 16,
}
