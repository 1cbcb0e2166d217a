using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace SesCompliance.Ops.Flow;

/// <summary>An execution's history, condensed to its states.</summary>
internal static class FlowHistory
{
    private const string Entered = "StateEntered";

    /// <summary>The most that one call answers with.</summary>
    private const int Page = 1000;

    /// <exception cref="ExecutionDoesNotExistException">Never started, or ended more than 90 days ago.</exception>
    public static async Task<IReadOnlyList<FlowStep>> ReadAsync(IAmazonStepFunctions stepFunctions, string executionArn, CancellationToken cancellationToken)
    {
        var events = new List<HistoryEvent>();
        var request = new GetExecutionHistoryRequest { ExecutionArn = executionArn, MaxResults = Page, IncludeExecutionData = false };
        do
        {
            var page = await stepFunctions.GetExecutionHistoryAsync(request, cancellationToken);
            events.AddRange(page.Events ?? []);
            request.NextToken = page.NextToken;
        }
        while (request.NextToken is { Length: > 0 });

        return Condense(events);
    }

    /// <param name="events">In their order.</param>
    public static IReadOnlyList<FlowStep> Condense(IEnumerable<HistoryEvent> events)
    {
        var steps = new List<FlowStep>();
        foreach (var happened in events)
        {
            var at = Utc(happened.Timestamp!.Value);
            if (happened.StateEnteredEventDetails is { } entry)
            {
                steps.Add(new FlowStep(entry.Name, happened.Type.Value.Replace(Entered, "", StringComparison.Ordinal), at, null, [], true));
            }
            else if (steps.Count > 0)
            {
                steps[^1] = After(steps[^1], happened, at);
            }
        }

        return steps;
    }

    internal static DateTimeOffset Utc(DateTime time) => new(time.ToUniversalTime());

    private static FlowStep After(FlowStep step, HistoryEvent happened, DateTimeOffset at) => happened switch
    {
        { StateExitedEventDetails: not null } => step with { Seconds = (at - step.Entered).TotalSeconds },
        { TaskSucceededEventDetails: not null } => step with { Succeeded = true },
        _ when ErrorOf(happened) is { } error => step with { Errors = [.. step.Errors, error], Succeeded = false },
        _ => step,
    };

    private static string? ErrorOf(HistoryEvent happened) =>
        happened.TaskFailedEventDetails?.Error ?? happened.TaskTimedOutEventDetails?.Error ?? happened.TaskStartFailedEventDetails?.Error ?? happened.TaskSubmitFailedEventDetails?.Error;
}
