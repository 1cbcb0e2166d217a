using SesCompliance.Local.StepFunctions.History;

namespace SesCompliance.Local.StepFunctions;

/// <summary>Whether an execution can be redriven, and why not.</summary>
/// <remarks>https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html</remarks>
public sealed record Redrivability(bool Redrivable, string? Reason)
{
    private static readonly Redrivability Yes = new(true, null);

    public string Status => Redrivable ? "REDRIVABLE" : "NOT_REDRIVABLE";

    public static Redrivability Of(Execution execution) => execution.Read(each => each.Status switch
    {
        ExecutionStatus.Running or ExecutionStatus.Succeeded => new Redrivability(false, $"Execution is {each.Status} and cannot be redriven"),
        _ when each.EventCount >= EventHistory.MaxEvents - 1 => new Redrivability(false, "Execution history event limit exceeded"),
        _ => Yes,
    });
}
