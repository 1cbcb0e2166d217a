using System.Text;
using System.Text.Json.Nodes;
using SesCompliance.Lambdas.Logging;

namespace SesCompliance.Tests.Lambdas;

/// <summary>The lines that a function logged, each checked to be one JSON object.</summary>
public sealed class LogCapture : IDisposable
{
    private readonly MemoryStream output = new();

    public LogCapture() => Log = new Log(new LogWriter(output, TimeProvider.System), "Test");

    public Log Log { get; }

    public void Dispose() => output.Dispose();

    public string Text => Encoding.UTF8.GetString(output.ToArray());

    public IEnumerable<JsonObject> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject());

    public IEnumerable<string> Events(string sendId) => Lines.Where(line => (string?)line["sendId"] == sendId).Select(line => (string)line["event"]!);
}
