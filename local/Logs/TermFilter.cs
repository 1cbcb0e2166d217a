using System.Text.RegularExpressions;

namespace SesCompliance.Local.Logs;

/// <summary>Terms of unstructured events: all of <c>one two</c>, any of <c>?one ?two</c>, none of <c>-three</c>; a phrase stands in double quotes.</summary>
internal static partial class TermFilter
{
    public static Predicate<string> Parse(string pattern)
    {
        List<string> all = [], any = [], none = [];
        var end = 0;
        foreach (Match match in Term().Matches(pattern))
        {
            if (!string.IsNullOrWhiteSpace(pattern[end..match.Index]))
            {
                throw LogFilter.Invalid(pattern);
            }

            end = match.Index + match.Length;
            var term = match.Groups["phrase"] is { Success: true } phrase ? phrase.Value.Replace("\\\"", "\"", StringComparison.Ordinal) : match.Groups["word"].Value;
            if (term.StartsWith('%') && term.EndsWith('%') && term.Length > 1)
            {
                throw LogFilter.Unsupported(pattern, "a regular expression");
            }

            (match.Groups["sign"].Value switch { "?" => any, "-" => none, _ => all }).Add(term);
        }

        if (!string.IsNullOrWhiteSpace(pattern[end..]))
        {
            throw LogFilter.Invalid(pattern);
        }

        // AWS ignores optional terms beside required ones.
        return message =>
            none.TrueForAll(term => !Has(message, term))
            && all.TrueForAll(term => Has(message, term))
            && (all.Count > 0 || any.Count == 0 || any.Exists(term => Has(message, term)));
    }

    private static bool Has(string message, string term) => message.Contains(term, StringComparison.Ordinal);

    [GeneratedRegex("""(?<sign>[?-]?)("(?<phrase>(\\"|[^"])*)"|(?<word>[^\s"]+))(?=\s|$)""")]
    private static partial Regex Term();
}
