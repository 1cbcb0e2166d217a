using System.Globalization;

namespace SesCompliance.Local;

/// <summary>Times as SES, SNS and Lambda write them into their messages: ISO 8601, UTC, milliseconds.</summary>
public static class AwsTime
{
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
