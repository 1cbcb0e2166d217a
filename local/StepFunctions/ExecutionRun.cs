using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;

namespace SesCompliance.Local.StepFunctions;

/// <summary>One run of an execution, by which the interpreter writes. Once the execution has ended, nothing of it is written.</summary>
/// <param name="Stopping">Cancelled when the execution ends.</param>
internal sealed record ExecutionRun(Execution Execution, CancellationToken Stopping)
{
    /// <exception cref="OperationCanceledException">The execution has ended.</exception>
    public void Record(string type, string? detailsName = null, JsonObject? details = null) =>
        Execution.Write(history => history.Add(type, detailsName, details), Stopping);

    /// <param name="again">Whether a redrive takes the state up again: a task is only scheduled anew then.</param>
    /// <returns>The id of the event with which the state was entered.</returns>
    public long Enter(string state, string type, Payload input, bool again) => Execution.Write(
        history =>
        {
            if (again && type == "Task")
            {
                return Execution.At!.Value.EventId;
            }

            var id = history.Add($"{type}StateEntered", "stateEnteredEventDetails", new JsonObject { ["name"] = state }.Input(input));
            Execution.At = (state, input, id);
            return id;
        },
        Stopping);

    public void Exit(string state, string type, Payload output) =>
        Record($"{type}StateExited", "stateExitedEventDetails", new JsonObject { ["name"] = state }.Output(output));

    public void Succeed(Payload output) => Execution.Write(
        history =>
        {
            Execution.Finish(ExecutionStatus.Succeeded, output, null, null);
            return history.Add("ExecutionSucceeded", "executionSucceededEventDetails", new JsonObject().Output(output));
        },
        Stopping);

    public void Fail(string? error, string? cause) => Execution.Write(
        history =>
        {
            Execution.Finish(ExecutionStatus.Failed, null, error, cause);
            return history.Add("ExecutionFailed", "executionFailedEventDetails", new JsonObject().Error(error, cause));
        },
        Stopping);
}
