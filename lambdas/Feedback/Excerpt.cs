namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// The beginning of a text that some mail server wrote. Rows, waits and logs carry such texts, each with a limit of its own, and an endless one must not keep the
/// feedback out.
/// </summary>
internal static class Excerpt
{
    private const int MaxLength = 1_000;

    public static string? Of(string? text) => text is null || text.Length <= MaxLength ? text : $"{text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]}…";
}
