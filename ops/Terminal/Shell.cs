namespace SesCompliance.Ops.Terminal;

/// <summary>Words of commands that are shown to be pasted. An address may lawfully hold <c>$</c>, backticks and quotes.</summary>
internal static class Shell
{
    /// <summary>As one word of a POSIX shell, whatever is in it.</summary>
    public static string Word(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || "_@%+=:,./-".Contains(c, StringComparison.Ordinal))
        ? text
        : $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
