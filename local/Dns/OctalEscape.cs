namespace SesCompliance.Local.Dns;

/// <summary>Route 53's escapes: a byte as three octal digits after <c>\</c>, or the character itself after it.</summary>
internal static class OctalEscape
{
    /// <summary>Reads the character at a place and leaves the place at its last digit.</summary>
    /// <exception cref="FormatException">An escape is unfinished or above 255, or a character is no byte.</exception>
    public static char Read(string text, ref int at)
    {
        if (text[at] != '\\')
        {
            return text[at] <= byte.MaxValue ? text[at] : throw new FormatException($"'{text}' has a character that is no byte");
        }

        if (at + 3 < text.Length && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '7') < 0)
        {
            var value = ((text[at + 1] - '0') << 6) | ((text[at + 2] - '0') << 3) | (text[at + 3] - '0');
            at += 3;
            return value <= byte.MaxValue ? (char)value : throw new FormatException($"'{text}' has an escape above \\377");
        }

        if (at + 1 >= text.Length || char.IsAsciiDigit(text[at + 1]))
        {
            throw new FormatException($"'{text}' has an escape that is not three octal digits");
        }

        return text[++at];
    }
}
