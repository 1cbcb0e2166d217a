using System.Text.Json;

namespace SesCompliance.Ops.Terminal;

/// <summary>A JSON array with one element on each line: one document for a parser, lines for grep. A stream that was cut short lacks the closing bracket, and so does not pass for the whole.</summary>
internal sealed class JsonArrayWriter<T>(TextWriter to) : IAnswerWriter<T>
{
    private static readonly JsonSerializerOptions OneLine = new(Output.Json) { WriteIndented = false };
    private bool any;

    public void Write(T part)
    {
        to.Write(any ? ",\n" : "[\n");
        to.Write(JsonSerializer.Serialize(part, OneLine));
        any = true;
    }

    public void Complete() => to.Write(any ? "\n]\n" : "[]\n");
}
