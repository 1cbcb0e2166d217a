using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>
/// What stands before the @: a dot-atom or a quoted string (RFC 5321 4.1.2). Quotes that are not needed are taken off,
/// since <c>"user"@</c> and <c>user@</c> name the same mailbox and must not be two entries of a suppression list.
/// </summary>
internal static class LocalPart
{
    /// <summary>RFC 5321 4.5.3.1.1.</summary>
    private const int MaxOctets = 64;

    private const string SpecialAtomCharacters = "!#$%&'*+-/=?^_`{|}~";

    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? localPart, [NotNullWhen(false)] out string? problem)
    {
        localPart = null;
        if (!text.All(char.IsAscii))
        {
            problem = "must be ASCII before the @: SES does not carry internationalized local parts (SMTPUTF8)";
            return false;
        }

        if (text.Length is 0 or > MaxOctets)
        {
            problem = $"must have 1 to {MaxOctets} octets before the @";
            return false;
        }

        if (IsDotAtom(text))
        {
            (localPart, problem) = (text.ToLowerInvariant(), null);
            return true;
        }

        if (TryUnquote(text, out var content))
        {
            content = content.ToLowerInvariant();
            (localPart, problem) = (IsDotAtom(content) ? content : Quote(content), null);
            return true;
        }

        problem = text.Contains('@', StringComparison.Ordinal)
            ? "must be one address: it has more than one @"
            : "must be a plain or a quoted name before the @, without spaces, commas or brackets, and without a dot at either end or two in a row";
        return false;
    }

    private static bool IsDotAtom(string text) =>
        text.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || SpecialAtomCharacters.Contains(c)));

    private static bool TryUnquote(string text, [NotNullWhen(true)] out string? content)
    {
        content = null;
        if (text.Length < 3 || text[0] != '"' || text[^1] != '"')
        {
            return false;
        }

        var unquoted = new StringBuilder();
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '"' || (text[i] == '\\' && ++i == text.Length - 1))
            {
                return false;
            }

            unquoted.Append(text[i]);
        }

        content = unquoted.ToString();
        return true;
    }

    private static string Quote(string content) =>
        $"\"{content.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
