using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The JSON that tells Lambda of an exception: <c>errorType</c> (the class's name without namespace, which Step Functions takes for the
/// error's name), <c>errorMessage</c>, <c>stackTrace</c> where it was thrown, its inner exception as <c>cause</c> and an aggregate's as
/// <c>causes</c>. Above 256 KB only a note stands in its place.
/// </summary>
internal static class ErrorDocument
{
    private const int LargestBytes = 256 * 1024;
    private const string TooLarge = """{"errorMessage": "Exception exceeded maximum payload size of 256KB."}""";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Exception failure)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, failure);
        }

        return buffer.WrittenCount < LargestBytes ? Encoding.UTF8.GetString(buffer.WrittenSpan) : TooLarge;
    }

    private static void Write(Utf8JsonWriter writer, Exception failure)
    {
        writer.WriteStartObject();
        writer.WriteString("errorType", failure.GetType().Name);
        writer.WriteString("errorMessage", failure.Message.Trim(' '));
        WriteStackTrace(writer, failure);
        if (failure.InnerException is not null)
        {
            writer.WritePropertyName("cause");
            Write(writer, failure.InnerException);
        }

        if (failure is AggregateException { InnerExceptions.Count: > 0 } aggregate)
        {
            writer.WriteStartArray("causes");
            foreach (var cause in aggregate.InnerExceptions)
            {
                Write(writer, cause);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteStackTrace(Utf8JsonWriter writer, Exception failure)
    {
        if (string.IsNullOrEmpty(failure.StackTrace))
        {
            return;
        }

        var lines = new StackTrace(failure, true).ToString()
            .Split(Environment.NewLine, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("stackTrace");
        foreach (var line in lines)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
    }
}
