using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SesCompliance.Lambdas.Addresses;

/// <summary>Takes the display name off: <c>"Doe, Jane" &lt;jane@example.com&gt;</c> is the mailbox <c>jane@example.com</c>.</summary>
internal static class Mailbox
{
    // Outside quotes these would start another address, so that a list could pass for a name.
    private static readonly SearchValues<char> SpecialCharacters = SearchValues.Create("<>@,;\"");

    public static bool TryTake(string text, [NotNullWhen(true)] out string? mailbox, [NotNullWhen(false)] out string? problem)
    {
        (mailbox, problem) = (text, null);
        if (!text.EndsWith('>'))
        {
            return true;
        }

        var open = text.LastIndexOf('<');
        if (open < 0 || !IsDisplayName(text[..open].Trim()))
        {
            (mailbox, problem) = (null, "must be one address, alone or as Name <address>");
            return false;
        }

        mailbox = text[(open + 1)..^1].Trim();
        return true;
    }

    private static bool IsDisplayName(string name) =>
        IsQuoted(name) || !name.AsSpan().ContainsAny(SpecialCharacters);

    private static bool IsQuoted(string name)
    {
        if (name.Length < 2 || name[0] != '"' || name[^1] != '"')
        {
            return false;
        }

        var inside = name.AsSpan(1, name.Length - 2);
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '"' || (inside[i] == '\\' && ++i == inside.Length))
            {
                return false;
            }
        }

        return true;
    }
}
