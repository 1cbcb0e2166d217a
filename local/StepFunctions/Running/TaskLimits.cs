using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>How long a task may take, and how long it may stay silent; null is without limit.</summary>
internal sealed record TaskLimits(long? TimeoutSeconds, long? HeartbeatSeconds)
{
    public static TaskLimits Of(TaskState state, Payload data, Evaluator evaluator) =>
        new(Seconds(state.Timeout, data, evaluator), Seconds(state.Heartbeat, data, evaluator));

    /// <summary>Adds the history's members.</summary>
    public JsonObject AddTo(JsonObject details)
    {
        if (TimeoutSeconds is { } timeout)
        {
            details["timeoutInSeconds"] = timeout;
        }

        if (HeartbeatSeconds is { } heartbeat)
        {
            details["heartbeatInSeconds"] = heartbeat;
        }

        return details;
    }

    private static long? Seconds(Duration? duration, Payload data, Evaluator evaluator)
    {
        if (duration?.Path is not { } path)
        {
            return duration?.Seconds;
        }

        var node = evaluator.Read(path, data);
        return node.AsLong() switch
        {
            null => throw StateException.Runtime($"The {duration.Field} parameter cannot be parsed as a long value: {path} == {node.AsText() ?? JsonText.Write(node)}"),
            <= 0 and var seconds => throw StateException.Runtime($"The {duration.Field} parameter references a non-positive value: {path} == {seconds}"),
            var seconds => seconds,
        };
    }
}
