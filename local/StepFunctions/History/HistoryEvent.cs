using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.History;

/// <summary>One event of an execution's history.</summary>
/// <param name="Id">1 for the first.</param>
/// <param name="PreviousId">The event that led to this one; 0 at the start, and for what came from outside (a stop, the machine's timeout).</param>
/// <param name="DetailsName">The member that holds the details, e.g. <c>stateEnteredEventDetails</c>; null where the type has none.</param>
public sealed record HistoryEvent(long Id, long PreviousId, DateTimeOffset Timestamp, string Type, string? DetailsName, JsonObject? Details)
{
    private static readonly string[] ExecutionData = ["input", "output", "parameters"];

    /// <summary>As GetExecutionHistory writes it.</summary>
    public JsonObject ToJson(bool includeExecutionData)
    {
        var json = new JsonObject
        {
            ["timestamp"] = JsonValue.Create(Timestamp),
            ["type"] = Type,
            ["id"] = Id,
            ["previousEventId"] = PreviousId,
        };
        if (DetailsName is not null)
        {
            var details = Details!.DeepClone().AsObject();
            foreach (var member in includeExecutionData ? [] : ExecutionData)
            {
                details.Remove(member);
            }

            json[DetailsName] = details;
        }

        return json;
    }
}
