using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>A JSON object a line: timestamp, level, requestId, tenantId, traceId, message, each of the message's values, the exception.</summary>
internal sealed class JsonLogFormat : ILogFormat
{
    public string Render(LogEntry entry)
    {
        var template = MessageTemplate.Parse(entry.Template);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", entry.Time.ToString(LogValue.TimeFormat, CultureInfo.InvariantCulture));
            writer.WriteString("level", entry.Level.ToString());
            WriteIfThere(writer, "requestId", entry.Invocation?.AwsRequestId);
            WriteIfThere(writer, "tenantId", entry.Invocation?.TenantId);
            WriteIfThere(writer, "traceId", entry.Invocation?.TraceId);
            writer.WriteString("message", template.Fill(entry.Arguments));
            foreach (var (hole, value) in template.Bind(entry.Arguments))
            {
                writer.WritePropertyName(hole.Name);
                WriteValue(writer, value, hole.Format);
            }

            WriteException(writer, entry.Exception);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfThere(Utf8JsonWriter writer, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, object value, string format)
    {
        switch (value)
        {
            case IDictionary map:
                writer.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    writer.WritePropertyName(entry.Key.ToString());
                    LogValue.Write(writer, entry.Value, format);
                }

                writer.WriteEndObject();
                break;
            case IList list and not IList<byte>:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    LogValue.Write(writer, item, format);
                }

                writer.WriteEndArray();
                break;
            default:
                LogValue.Write(writer, value, format);
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter writer, Exception exception)
    {
        if (exception is null)
        {
            return;
        }

        writer.WriteString("errorType", exception.GetType().FullName);
        writer.WriteString("errorMessage", exception.Message);
        writer.WriteStartArray("stackTrace");
        foreach (var line in exception.ToString().Split('\n'))
        {
            writer.WriteStringValue(line.Trim());
        }

        writer.WriteEndArray();
    }
}
