using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SesCompliance.Lambdas.Addresses;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Logging;

/// <summary>
/// Writes one JSON object a line to standard output itself. Amazon.Lambda.RuntimeSupport would put a text prefix before the line,
/// or wrap it in another object where AWS_LAMBDA_LOG_FORMAT is JSON; Lambda takes a line that is JSON already as it is, and
/// filters it by <c>level</c> and <c>timestamp</c>.
/// </summary>
public sealed class LogWriter(Stream output, TimeProvider time)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock oneLineAtATime = new();

    /// <param name="level">INFO, WARN or ERROR, as Lambda spells them.</param>
    /// <param name="facts">Texts have their addresses masked, whoever wrote them; null facts are left out.</param>
    public void Write(string level, string @event, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, Options))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", Timestamp.Write(time.GetUtcNow()));
            json.WriteString("level", level);
            json.WriteString("event", @event);
            foreach (var (name, value) in facts)
            {
                WriteFact(json, name, value);
            }

            json.WriteEndObject();
        }

        line.Write("\n"u8);
        lock (oneLineAtATime)
        {
            line.WriteTo(output);
            output.Flush();
        }
    }

    private static void WriteFact(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, AddressMask.Apply(text));
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            default:
                json.WriteNumber(name, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
