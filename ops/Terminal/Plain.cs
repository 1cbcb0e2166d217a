namespace SesCompliance.Ops.Terminal;

/// <summary>Texts that others wrote, such as a mail server's diagnostic: made harmless for a terminal.</summary>
internal static class Plain
{
    /// <summary>Control characters, which could move the cursor or colour the rest, become <c>?</c>.</summary>
    public static string Text(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? '?' : c)) : text;
}
