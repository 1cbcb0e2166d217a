using System.Globalization;

namespace SesCompliance.Lambdas.Tables;

/// <summary>
/// How times stand in the tables: ISO 8601, UTC, milliseconds (<c>2026-11-24T10:00:00.000Z</c>), so that their text sorts as they do.
/// </summary>
public static class Timestamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Null for what is no time; a row that someone edited by hand must not stop the mail.</summary>
    public static DateTimeOffset? Read(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? ToMilliseconds(time)
            : null;

    /// <summary>Cuts to what a table keeps, so that a time compares equal to itself read back.</summary>
    public static DateTimeOffset ToMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
