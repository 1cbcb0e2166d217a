namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>StringMatches: <c>*</c> stands for any characters, <c>\*</c> for the star and <c>\\</c> for the backslash itself.</summary>
internal static class Wildcard
{
    public static bool Matches(string text, string pattern)
    {
        // Literal parts between the stars, unescaped.
        List<string> parts = [];
        var part = new System.Text.StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] == '\\' && index + 1 < pattern.Length && pattern[index + 1] is '*' or '\\')
            {
                part.Append(pattern[++index]);
            }
            else if (pattern[index] == '*')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(pattern[index]);
            }
        }

        parts.Add(part.ToString());
        return parts.Count == 1 ? text == parts[0] : InOrder(text, parts);
    }

    private static bool InOrder(string text, List<string> parts)
    {
        var (first, last) = (parts[0], parts[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.Ordinal) || !text.EndsWith(last, StringComparison.Ordinal))
        {
            return false;
        }

        var middle = text[first.Length..^last.Length];
        var at = 0;
        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            var found = middle.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return true;
    }
}
