using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language;
using SesCompliance.Local.StepFunctions.Language.Parsing;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Finds until when a Wait state waits, and waits.</summary>
internal static class WaitRunner
{
    private const long MaxSeconds = 99_999_999;

    /// <summary>The longest wait; AWS refuses more (recorded: a time 24,856 days ahead).</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(int.MaxValue);

    /// <summary>One timer's longest run.</summary>
    private static readonly TimeSpan Chunk = TimeSpan.FromDays(1);

    public static DateTimeOffset Until(WaitState state, Payload data, Evaluator evaluator, DateTimeOffset now)
    {
        var until = state switch
        {
            { Seconds: { } seconds } => now + TimeSpan.FromSeconds(seconds),
            { SecondsPath: { } path } => now + TimeSpan.FromSeconds(Seconds(path.Text, evaluator.Read(path, data))),
            { Timestamp: { } time } => time,
            _ => Time(state.TimestampPath!.Text, evaluator.Read(state.TimestampPath, data)),
        };
        return until - now > MaxWait ? throw StateException.Runtime("Wait state delay is too long.") : until;
    }

    public static async Task WaitAsync(DateTimeOffset until, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (until - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
        {
            await Task.Delay(left < Chunk ? left : Chunk, clock, cancellationToken);
        }
    }

    private static long Seconds(string path, JsonNode? node)
    {
        if (node.AsLong() is not { } seconds)
        {
            throw StateException.Runtime($"The SecondsPath parameter cannot be parsed as a long value: {path} == {Print(node)}");
        }

        return seconds switch
        {
            < 0 => throw StateException.Runtime($"The SecondsPath parameter references a negative value: {path} == {seconds}"),
            > MaxSeconds => throw StateException.Runtime("Wait state delay is too long."),
            _ => seconds,
        };
    }

    private static DateTimeOffset Time(string path, JsonNode? node) => node.AsText() is { } text && WaitParser.Time(text) is { } time ? time
        : throw StateException.Runtime($"The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: {path} == {Print(node)}");

    private static string Print(JsonNode? node) => node.AsText() ?? JsonText.Write(node);
}
