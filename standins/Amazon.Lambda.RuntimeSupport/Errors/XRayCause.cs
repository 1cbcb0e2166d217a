using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The same exception as X-Ray shows it: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html#api-segmentdocuments-errors</summary>
internal static class XRayCause
{
    public static string Write(Exception failure)
    {
        var frames = new StackTrace(failure, true).GetFrames();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("working_directory", Directory.GetCurrentDirectory());
            writer.WriteStartArray("exceptions");
            WriteException(writer, failure, frames);
            writer.WriteEndArray();
            writer.WriteStartArray("paths");
            foreach (var path in frames.Select(frame => frame.GetFileName()).Where(path => path is not null).Distinct())
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteException(Utf8JsonWriter writer, Exception failure, StackFrame[] frames)
    {
        writer.WriteStartObject();
        writer.WriteString("type", failure.GetType().Name);
        writer.WriteString("message", failure.Message);
        if (frames.Length > 0)
        {
            writer.WriteStartArray("stack");
            foreach (var frame in frames)
            {
                WriteFrame(writer, frame);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter writer, StackFrame frame)
    {
        writer.WriteStartObject();
        if (frame.GetFileName() is { } path)
        {
            writer.WriteString("path", path);
        }

        writer.WriteString("label", Label(DiagnosticMethodInfo.Create(frame)));
        if (frame.GetFileName() is not null)
        {
            writer.WriteNumber("line", frame.GetFileLineNumber());
        }

        writer.WriteEndObject();
    }

    private static string Label(DiagnosticMethodInfo method) => method is null
        ? "Method has been trimmed"
        : method.DeclaringTypeName?.Split('.', '+')[^1] + "." + method.Name;
}
