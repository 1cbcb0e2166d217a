using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A value in a log line, as text in the message and as JSON beside it.</summary>
internal static class LogValue
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private const int BytesShown = 16;

    /// <summary>The text that fills a hole, or null where the hole stays as it is (nothing, a list, a dictionary).</summary>
    public static string Text(object value, string format) => value switch
    {
        byte[] bytes => Hex(bytes),
        null or IList or IDictionary => null,
        _ when format is not null => Formatted(value, format),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public static void Write(Utf8JsonWriter writer, object value, string format)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case var _ when format is not null:
                writer.WriteStringValue(Formatted(value, format));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case byte or sbyte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                writer.WriteNumberValue(number);
                break;
            case float number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case byte[] or DateTime or DateTimeOffset or DateOnly or TimeOnly:
                writer.WriteStringValue(Text(value, null));
                break;
            default:
                writer.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static string Formatted(object value, string format)
    {
        try
        {
            return string.Format(CultureInfo.CurrentCulture, "{0:" + format + "}", value);
        }
        catch (FormatException)
        {
            return value.ToString();
        }
    }

    private static string Hex(byte[] bytes) => bytes.Length <= BytesShown
        ? Convert.ToHexString(bytes)
        : $"{Convert.ToHexString(bytes, 0, BytesShown)}... ({bytes.Length} bytes)";
}
