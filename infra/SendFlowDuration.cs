using System.Text.Json;

namespace SesCompliance.Infra;

/// <summary>How long an execution can take while every state keeps to its own limits: beyond that it hangs.</summary>
internal static class SendFlowDuration
{
    /// <summary>Seconds for what no state's limit covers: the transitions between them.</summary>
    private const int Slack = 60;

    /// <summary>
    /// Every task's attempts and the longest pauses between them, in seconds. No path returns to a state, so none takes longer than all states together.
    /// </summary>
    /// <param name="template">SendFlow.asl.json. A task without a TimeoutSeconds of its own is the one that waits for feedback.</param>
    public static int Longest(string template, int awaitFeedbackSeconds)
    {
        using var flow = JsonDocument.Parse(template);
        return Slack + flow.RootElement.GetProperty("States").EnumerateObject()
            .Where(state => state.Value.GetProperty("Type").ValueEquals("Task"))
            .Sum(state => Longest(state.Value, awaitFeedbackSeconds));
    }

    private static int Longest(JsonElement task, int awaitFeedbackSeconds)
    {
        var attempt = task.TryGetProperty("TimeoutSeconds", out var limit) ? limit.GetInt32() : awaitFeedbackSeconds;
        return attempt + (task.TryGetProperty("Retry", out var retriers) ? retriers.EnumerateArray().Sum(retrier => Retries(retrier, attempt)) : 0);
    }

    /// <summary>A retrier's own attempts, each after its pause; full jitter only shortens a pause.</summary>
    private static int Retries(JsonElement retrier, int attempt)
    {
        double Number(string field) => retrier.GetProperty(field).GetDouble();
        return (int)Math.Ceiling(Enumerable.Range(0, retrier.GetProperty("MaxAttempts").GetInt32())
            .Sum(retry => attempt + Math.Min(Number("MaxDelaySeconds"), Number("IntervalSeconds") * Math.Pow(Number("BackoffRate"), retry))));
    }
}
