using System.Collections.Immutable;
using Pulumi;

namespace SesCompliance.Infra;

/// <summary>A record set that the domain needs.</summary>
/// <param name="Key">The resource's name in the program.</param>
/// <param name="Type">CNAME, MX or TXT.</param>
/// <param name="Name">Whole, without the final dot.</param>
/// <param name="Values">TXT values in strings of at most 255 bytes, a value's strings divided by <c>""</c>.</param>
/// <param name="Why">What it is for, for whoever adds it by hand.</param>
internal sealed record DnsRecord(string Key, string Type, Output<string> Name, Output<ImmutableArray<string>> Values, string Why)
{
    /// <summary>RFC 1035, section 3.3: the length of a character string.</summary>
    private const int StringBytes = 255;

    public static DnsRecord Txt(string key, string name, IEnumerable<string> values, string why) =>
        new(key, "TXT", Output.Create(name), Output.Create(values.Select(Strings).ToImmutableArray()), why);

    /// <summary>Splits a value of ASCII characters into strings; receivers join them without a space.</summary>
    private static string Strings(string value) => string.Join("\"\"", value.Chunk(StringBytes).Select(part => new string(part)));
}
