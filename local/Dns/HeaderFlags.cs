namespace SesCompliance.Local.Dns;

/// <summary>The bits of a header's second word (RFC 1035, section 4.1.1).</summary>
internal static class HeaderFlags
{
    public const int Response = 0x8000;
    public const int OpcodeMask = 0x7800;
    public const int Authoritative = 0x0400;
    public const int Truncated = 0x0200;
    public const int RecursionDesired = 0x0100;
}
