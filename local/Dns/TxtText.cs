using System.Text;

namespace SesCompliance.Local.Dns;

/// <summary>A TXT value as Route 53 takes it: strings in quotation marks, next to each other or divided by spaces.</summary>
public static class TxtText
{
    /// <summary>RFC 1035, section 3.3: the length of a character string.</summary>
    private const int StringBytes = 255;

    /// <exception cref="FormatException">Something stands outside quotation marks, a string is longer than 255 bytes, or an escape is none.</exception>
    public static TxtData Parse(string quoted)
    {
        var strings = new List<string>();
        for (var at = 0; at < quoted.Length; at++)
        {
            if (quoted[at] is ' ' or '\t')
            {
                continue;
            }

            if (quoted[at] != '"')
            {
                throw new FormatException($"'{quoted}' has text outside quotation marks");
            }

            strings.Add(String(quoted, ref at));
        }

        return strings.Count > 0 ? new TxtData(strings) : throw new FormatException("a TXT value has one string at least");
    }

    private static string String(string quoted, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < quoted.Length && quoted[at] != '"'; at++)
        {
            text.Append(OctalEscape.Read(quoted, ref at));
        }

        if (at == quoted.Length)
        {
            throw new FormatException($"'{quoted}' has a quotation mark that is never closed");
        }

        return text.Length <= StringBytes ? text.ToString() : throw new FormatException($"'{quoted}' has a string of {text.Length} bytes: {StringBytes} at most");
    }
}
