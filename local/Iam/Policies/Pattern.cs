namespace SesCompliance.Local.Iam.Policies;

/// <summary>Text with <c>*</c> for any characters and <c>?</c> for one.</summary>
public static class Pattern
{
    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        var (at, position, star, retry) = (0, 0, -1, 0);
        while (position < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, retry) = (at++, position);
            }
            else if (at < pattern.Length && (pattern[at] == '?' || Same(pattern[at], text[position], ignoreCase)))
            {
                at++;
                position++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                (at, position) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).TrimStart('*').IsEmpty;
    }

    /// <summary>
    /// An ARN: each of its six parts by itself, so that a star never reaches over a colon into the next part. A star alone is any resource.
    /// </summary>
    public static bool MatchesArn(string pattern, string arn)
    {
        var (expected, actual) = (pattern.Split(':', 6), arn.Split(':', 6));
        return pattern == "*" || (expected.Length == 6 && actual.Length == 6 && expected.Zip(actual).All(part => Matches(part.First, part.Second)));
    }

    private static bool Same(char expected, char actual, bool ignoreCase) =>
        expected == actual || (ignoreCase && char.ToUpperInvariant(expected) == char.ToUpperInvariant(actual));
}
