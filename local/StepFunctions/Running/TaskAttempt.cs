using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.History;
using SesCompliance.Local.StepFunctions.Language;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>
/// One attempt of a task: schedules it, runs it against its limits, and writes the events. A function goes on when its task has timed out or the
/// execution was stopped, as on AWS.
/// </summary>
internal sealed class TaskAttempt(LambdaCall lambda, TaskTokens tokens, TimeProvider clock, CancellationToken cloudStopping)
{
    private const int MaxResultBytes = 256 * 1024;

    public async Task<TaskOutcome> RunAsync(TaskState state, StateVisit visit, Payload data, Evaluator evaluator, CancellationToken cancellationToken)
    {
        var limits = TaskLimits.Of(state, data, evaluator);
        if (state.Resource is LambdaFunctionResource function)
        {
            return await RunDirectAsync(visit.Run, function, evaluator.Fill(state.Parameters, data), limits, cancellationToken);
        }

        var resource = (LambdaInvokeResource)state.Resource;
        var pending = resource.WaitsForToken ? tokens.Open(visit.Execution.Machine.Name) : null;
        visit.TaskToken = pending?.Token;
        try
        {
            return await RunIntegrationAsync(visit.Run, resource, evaluator.Fill(state.Parameters, data), limits, pending, cancellationToken);
        }
        finally
        {
            if (pending is not null)
            {
                tokens.Close(pending);
            }
        }
    }

    private async Task<TaskOutcome> RunDirectAsync(
        ExecutionRun run, LambdaFunctionResource function, Payload input, TaskLimits limits, CancellationToken cancellationToken)
    {
        run.Record("LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails", limits.AddTo(new JsonObject { ["resource"] = function.Arn }.Input(input)));
        run.Record("LambdaFunctionStarted");
        var deadline = new Deadline(limits, null, clock);
        var outcome = Limited(await deadline.RunAsync(lambda.DirectAsync(function.Arn, input, Caller(run), cloudStopping), cancellationToken), function.Arn);
        switch (outcome)
        {
            case TaskResult result:
                run.Record("LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails", new JsonObject().Output(result.Output));
                break;
            case TaskFailure { IsTimeout: true } timeout:
                run.Record("LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails", new JsonObject().Error(timeout.Error, null));
                break;
            case TaskFailure failure:
                run.Record("LambdaFunctionFailed", "lambdaFunctionFailedEventDetails", new JsonObject().Error(failure.Error, failure.Cause));
                break;
        }

        return outcome;
    }

    private async Task<TaskOutcome> RunIntegrationAsync(
        ExecutionRun run, LambdaInvokeResource resource, Payload parameters, TaskLimits limits, PendingTask? pending, CancellationToken cancellationToken)
    {
        JsonObject Named() => new JsonObject().Resource("lambda", resource.Action);
        run.Record("TaskScheduled", "taskScheduledEventDetails", limits.AddTo(Named().With("region", Account.Region).With("parameters", parameters.Text)));
        run.Record("TaskStarted", "taskStartedEventDetails", Named());
        var deadline = new Deadline(limits, pending, clock);
        var outcome = await deadline.RunAsync(lambda.IntegrationAsync((JsonObject)parameters.Node!, Caller(run), cloudStopping), cancellationToken);
        if (outcome is TaskResult submitted && pending is { Answer.IsCompleted: false })
        {
            run.Record("TaskSubmitted", "taskSubmittedEventDetails", Named().Output(submitted.Output));
            outcome = await deadline.AnswerAsync(cancellationToken);
        }
        else if (outcome is TaskResult && pending is not null)
        {
            outcome = await deadline.AnswerAsync(cancellationToken);
        }

        outcome = Limited(outcome, "lambda");
        switch (outcome)
        {
            case TaskResult result:
                run.Record("TaskSucceeded", "taskSucceededEventDetails", Named().Output(result.Output));
                break;
            case TaskFailure { IsTimeout: true } timeout:
                run.Record("TaskTimedOut", "taskTimedOutEventDetails", Named().Error(timeout.Error, null));
                break;
            case TaskFailure failure:
                run.Record("TaskFailed", "taskFailedEventDetails", Named().Error(failure.Error, failure.Cause));
                break;
        }

        return outcome;
    }

    /// <summary>Tasks call as a session of the state machine's role; AWS names it by 32 letters of its own.</summary>
    private static Caller Caller(ExecutionRun run) => Iam.Caller.OfRole(run.Execution.Machine.RoleArn, run.Execution.SessionName);

    private static TaskOutcome Limited(TaskOutcome outcome, string resource) => outcome is TaskResult result && JsonText.Size(result.Output.Text) > MaxResultBytes
        ? new TaskFailure(StatesError.DataLimitExceeded, Interpreter.TooLarge(resource))
        : outcome;
}
