namespace SesCompliance.Ops.VerifyDns;

/// <summary>A TXT value as zone files and providers take it: one longer than a string may be is written as several, each in quotes.</summary>
internal static class ZoneText
{
    /// <summary>RFC 1035, section 3.3: bytes in a character string.</summary>
    private const int StringBytes = 255;

    public static string Of(string value) =>
        value.Length <= StringBytes ? value : string.Join(' ', value.Chunk(StringBytes).Select(part => $"\"{new string(part)}\""));
}
