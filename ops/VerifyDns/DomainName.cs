using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns;

/// <summary>Names as DNS compares them: lower case, without the dot at the end, IDN as punycode.</summary>
internal static partial class DomainName
{
    private const int MaximumLength = 253;
    private const int MaximumLabel = 63;

    public static string Canonical(string name) => name.TrimEnd('.').ToLowerInvariant();

    public static bool Same(string left, string right) => Canonical(left) == Canonical(right);

    public static bool IsUnder(string name, string parent) => Canonical(name).EndsWith("." + Canonical(parent), StringComparison.Ordinal);

    /// <summary>Why DNS can't be asked for a name, or null where it can.</summary>
    public static string? Flaw(string name) => name switch
    {
        "" => "an empty name",
        { Length: > MaximumLength } => $"longer than {MaximumLength} characters",
        _ when name.Split('.').Any(label => label.Length == 0) => "has an empty label",
        _ when name.Split('.').Any(label => label.Length > MaximumLabel) => $"has a label longer than {MaximumLabel} characters",
        _ when !Askable().IsMatch(name) => "has characters that no host's name has",
        _ => null,
    };

    /// <summary>Reads what the operator typed.</summary>
    /// <exception cref="UsageException">It is no domain's name.</exception>
    public static string Read(string key, string value)
    {
        var name = value.Trim().TrimEnd('.');
        try
        {
            name = new IdnMapping { UseStd3AsciiRules = false }.GetAscii(name).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            throw Refused(key, value);
        }

        return Flaw(name) is null && Domains().IsMatch(name) && !IPAddress.TryParse(name, out _) ? name : throw Refused(key, value);
    }

    private static UsageException Refused(string key, string value) => new($"{key} is '{value}': it must be a domain's name, such as example.com");

    [GeneratedRegex("^[a-z0-9._-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Askable();

    [GeneratedRegex(@"^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]$")]
    private static partial Regex Domains();
}
