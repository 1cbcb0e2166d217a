using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesCompliance.Local.Logs;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>Reads through what the functions logged: JSON, and none of what must not stand in a log.</summary>
internal static partial class LogAudit
{
    /// <summary>The subject and the code of <see cref="StackClient.Mail"/> and of the samples.</summary>
    private static readonly string[] Secrets = ["Your code", "493 021"];

    /// <summary>What Lambda writes itself (START, END, REPORT); it has nothing from inside.</summary>
    private static readonly string[] PlatformLines = ["START ", "END ", "REPORT ", "INIT_REPORT "];

    /// <summary>The functions' own lines.</summary>
    public static IReadOnlyList<JsonObject> Lines(LogStore logs, string? function = null) =>
        [.. logs.Groups.Where(group => group.Name.StartsWith("/aws/lambda/", StringComparison.Ordinal) && (function is null || group.Name.EndsWith("/" + function, StringComparison.Ordinal)))
            .SelectMany(group => logs.Events(group.Name))
            .Where(line => !IsOfPlatform(line.Message))
            .Select(line => Parse(line.Message))];

    public static void Check(LogStore logs)
    {
        foreach (var line in Lines(logs))
        {
            var text = Shown(line.ToJsonString());
            Assert.True(line["level"] is JsonValue && line["timestamp"] is JsonValue, $"a log line lacks what Lambda filters by: {text}");
            // The runtime's own lines, about what a function threw, name neither.
            Assert.True((line["event"] is JsonValue && line["function"] is JsonValue) || line["errorType"] is JsonValue, $"a log line lacks its event or its function: {text}");
            Assert.False(Address().IsMatch(line.ToJsonString()), $"a log line has an address: {text}");
            Assert.False(Secrets.Any(secret => line.ToJsonString().Contains(secret, StringComparison.Ordinal)), $"a log line has a subject or a body: {text}");
        }
    }

    private static bool IsOfPlatform(string line) =>
        PlatformLines.Any(start => line.StartsWith(start, StringComparison.Ordinal))
        || line.Contains(" Task timed out after ", StringComparison.Ordinal)
        || (line.StartsWith("RequestId: ", StringComparison.Ordinal) && line.Contains(" Error: Runtime exited", StringComparison.Ordinal));

    private static string Shown(string line) => line.Length <= 1_000 ? line : line[..1_000] + "...";

    [GeneratedRegex("[A-Za-z0-9]@[A-Za-z0-9]")]
    private static partial Regex Address();

    private static JsonObject Parse(string line)
    {
        try
        {
            return Assert.IsType<JsonObject>(JsonNode.Parse(line));
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"a log line is no JSON: {Shown(line)}");
        }
    }
}
