using System.Globalization;

namespace SesCompliance.Ops.Suppressions;

/// <summary>A time as operators give it: ISO 8601, UTC unless it says otherwise, or how long ago (<c>30m</c>, <c>12h</c>, <c>7d</c>, <c>2w</c>).</summary>
internal static class Moment
{
    public const string Rule = "ISO 8601 such as 2026-11-24 or 2026-11-24T10:00Z, or how long ago, such as 30m, 12h, 7d or 2w";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK",
    ];

    /// <exception cref="UsageException"/>
    public static DateTimeOffset Parse(string text, string option, DateTimeOffset now)
    {
        if (Ago(text) is { } ago && now - DateTimeOffset.MinValue > ago)
        {
            return now - ago;
        }

        return DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw new UsageException($"{option} is '{text}': it must be {Rule}.");
    }

    private static TimeSpan? Ago(string text)
    {
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(count),
            'h' => TimeSpan.FromHours(count),
            'd' when count < 100_000 => TimeSpan.FromDays(count),
            'w' when count < 10_000 => TimeSpan.FromDays(7L * count),
            _ => null,
        };
    }
}
