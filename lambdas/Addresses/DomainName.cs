using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>
/// A mail domain in lower-case ASCII, labels in another script as punycode. The mapping is this class's own and not
/// <see cref="IdnMapping"/>'s, which answers differently with and without ICU (<c>ß</c> becomes <c>ss</c> with it): the
/// functions run without, the operators' tool with, and both must find the same row.
/// </summary>
internal static class DomainName
{
    /// <summary>RFC 1035 2.3.4, in ASCII.</summary>
    private const int MaxLabel = 63;

    private const int MaxOctets = 253;

    /// <summary>IDNA (RFC 3490 3.1) counts these as dots as well.</summary>
    private const string IdeographicDots = "\u3002\uFF0E\uFF61";

    public static bool TryNormalize(string text, [NotNullWhen(true)] out string? domain, [NotNullWhen(false)] out string? problem)
    {
        domain = null;
        var labels = text.ToLowerInvariant().Split(['.', .. IdeographicDots]);
        if (labels.Length < 2)
        {
            problem = "must have a domain with a dot after the @";
            return false;
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (!TryNormalizeLabel(labels[i], out var label, out problem))
            {
                return false;
            }

            labels[i] = label;
        }

        if (labels[^1].All(char.IsAsciiDigit))
        {
            problem = "must have a domain name after the @, not an IP address";
            return false;
        }

        domain = string.Join('.', labels);
        problem = domain.Length > MaxOctets ? $"must have a domain of at most {MaxOctets} octets" : null;
        return problem is null;
    }

    private static bool TryNormalizeLabel(string text, [NotNullWhen(true)] out string? label, [NotNullWhen(false)] out string? problem)
    {
        (label, problem) = (text, null);
        // Punycode only lengthens a label, so a label that is too long already needs no encoding to be refused.
        if (text.Length <= MaxLabel && text.Any(c => !char.IsAscii(c)))
        {
            if (!IsInternationalized(text))
            {
                (label, problem) = (null, "must have a domain of letters, digits and hyphens in composed form (NFC); give it in punycode (xn--...)");
                return false;
            }

            label = "xn--" + Punycode.Encode(text);
        }

        if (label.Length is 0 or > MaxLabel
            || label[0] == '-' || label[^1] == '-'
            || !label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            (label, problem) = (null, $"must have a domain of labels of 1 to {MaxLabel} letters, digits and inner hyphens");
            return false;
        }

        return true;
    }

    // IDNA 2008 in the part that needs no tables. Without ICU nothing composes characters, so a combining accent, which
    // stands for a composed letter, is refused and not guessed; so are full-width forms, which have a plain one.
    private static bool IsInternationalized(string label)
    {
        var runes = label.EnumerateRunes().ToArray();
        return runes.All(IsLetterMarkOrDigit) && !IsMark(runes[0]) && !runes.Any(IsCombiningAccent) && !runes.Any(IsFullWidthForm);
    }

    private static bool IsLetterMarkOrDigit(Rune rune) =>
        rune.Value == '-' || IsMark(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LowercaseLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber;

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsCombiningAccent(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;

    private static bool IsFullWidthForm(Rune rune) => rune.Value is >= 0xFF00 and <= 0xFFEF;
}
