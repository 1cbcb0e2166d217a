using System.Text.RegularExpressions;

namespace SesCompliance.Ops.VerifyDns.Spf;

/// <summary>Slips of the hand in a word that no receiver can read: a lost space, another kind of space or dash, punctuation at the end.</summary>
internal static partial class SpfSlip
{
    /// <summary>The words that were probably meant; null where they can't be guessed.</summary>
    public static string? Meant(string text)
    {
        string[] guesses =
        [
            string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            text.Trim(';', ',', '.', '"', '\'', '“', '”'),
            text.Replace('–', '-').Replace('—', '-'),
            RunTogether().Replace(text, " "),
        ];
        return Array.Find(guesses, guess => guess != text && IsGood(guess));
    }

    private static bool IsGood(string guess) =>
        guess.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && Array.TrueForAll(words, word => SpfTermReader.ReadAsIs(word) is { Flaw: null, Kind: not SpfTermKind.UnknownModifier });

    [GeneratedRegex("(?<=.)(?=(include|ip4|ip6|exists):|redirect=|[~?+-]all$)", RegexOptions.IgnoreCase)]
    private static partial Regex RunTogether();
}
