using System.Globalization;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Ops.Checks;

namespace SesCompliance.Ops.Doctor;

/// <summary>The send flow and how its latest executions ended.</summary>
internal static class StateMachineChecks
{
    private const string Machine = "State machine";
    private const string Latest = "Latest executions";
    private const int Executions = 100;

    /// <summary>Failed executions that are asked for their error.</summary>
    private const int Errors = 5;

    private static CheckGroup Group => CheckGroup.Sending;

    public static IEnumerable<Question> For(Patient patient) =>
    [
        new(Group, [Machine], async () => [await OfMachineAsync(patient)]),
        new(Group, [Latest], async () => await OfExecutionsAsync(patient) is { } check ? [check] : []),
    ];

    private static async Task<Check> OfMachineAsync(Patient patient)
    {
        var arn = (await patient.ArnsAsync()).StateMachine;
        try
        {
            var machine = await patient.Aws.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn }, patient.Cancelled);
            patient.Presence.Found();
            return machine.Status == StateMachineStatus.ACTIVE
                ? Group.Pass(Machine, $"{patient.Stack.StateMachine}: ACTIVE")
                : Group.Fail(Machine, $"{patient.Stack.StateMachine}: {machine.Status}", "No execution can be started.", patient.Redeploy);
        }
        catch (StateMachineDoesNotExistException)
        {
            patient.Presence.Missing();
            return Group.Fail(Machine, $"{patient.Stack.StateMachine} is missing", "The bot starts its executions to send mail.", patient.Redeploy);
        }
    }

    /// <summary>Null where there is no state machine, which has a check of its own.</summary>
    private static async Task<Check?> OfExecutionsAsync(Patient patient)
    {
        try
        {
            var arn = (await patient.ArnsAsync()).StateMachine;
            var listed = await patient.Aws.StepFunctions.ListExecutionsAsync(new ListExecutionsRequest { StateMachineArn = arn, MaxResults = Executions }, patient.Cancelled);
            var executions = listed.Executions ?? [];
            var failed = executions.Where(execution => execution.Status is { Value: "FAILED" or "TIMED_OUT" or "ABORTED" }).ToList();
            var found = executions.Count == 0 ? "none yet" : string.Create(CultureInfo.InvariantCulture, $"{failed.Count} of the last {executions.Count} failed");
            if (failed.Count == 0)
            {
                return Group.Pass(Latest, found);
            }

            var errors = $"{found} ({string.Join(", ", await ErrorsAsync(patient, failed))})";
            string[] toDo =
            [
                $"aws stepfunctions list-executions --state-machine-arn {arn} --status-filter FAILED --max-items 20",
                $"aws stepfunctions describe-execution --execution-arn {failed[0].ExecutionArn}",
                "docs/OPERATIONS_RUNBOOK.md, section ses-send-executions-failed",
            ];
            return 2 * failed.Count > executions.Count
                ? Group.Fail(Latest, errors, "Most mail is not sent.", toDo)
                : Group.Warn(Latest, errors, "Mail was not sent, or its sending could not be confirmed.", toDo);
        }
        catch (StateMachineDoesNotExistException)
        {
            return null;
        }
    }

    /// <summary>The newest failures' errors, the most frequent first.</summary>
    private static async Task<IEnumerable<string>> ErrorsAsync(Patient patient, List<ExecutionListItem> failed)
    {
        var newest = await Task.WhenAll(failed.Take(Errors).Select(
            execution => patient.Aws.StepFunctions.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = execution.ExecutionArn }, patient.Cancelled)));
        var errors = newest.GroupBy(execution => execution.Error ?? execution.Status.Value).OrderByDescending(error => error.Count()).Select(error => $"{error.Count()} {error.Key}");
        return failed.Count > Errors ? errors.Append($"and {failed.Count - Errors} older") : errors;
    }
}
