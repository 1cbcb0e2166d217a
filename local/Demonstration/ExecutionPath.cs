using Amazon.StepFunctions.Model;

namespace SesCompliance.Local.Demonstration;

/// <summary>A state that an execution went through.</summary>
/// <param name="Duration">From entry to exit; null while it is in the state, and for states that end the execution by failing it.</param>
/// <param name="Errors">The errors of the attempts that failed, in order.</param>
internal sealed record PathStep(string State, TimeSpan? Duration, IReadOnlyList<string> Errors);

/// <summary>The states of an execution, read from its history.</summary>
internal static class ExecutionPath
{
    /// <param name="events">The history in its order.</param>
    public static IReadOnlyList<PathStep> Of(IEnumerable<HistoryEvent> events)
    {
        var steps = new List<PathStep>();
        DateTime entered = default;
        List<string> errors = [];
        foreach (var happened in events)
        {
            if (happened.StateEnteredEventDetails is { } entry)
            {
                entered = happened.Timestamp!.Value;
                errors = [];
                steps.Add(new PathStep(entry.Name, null, errors));
            }
            else if (happened.StateExitedEventDetails is not null)
            {
                steps[^1] = steps[^1] with { Duration = happened.Timestamp!.Value - entered };
            }
            else if ((happened.TaskFailedEventDetails?.Error ?? happened.TaskTimedOutEventDetails?.Error) is { } error)
            {
                errors.Add(error);
            }
        }

        return steps;
    }
}
