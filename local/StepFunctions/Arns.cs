namespace SesCompliance.Local.StepFunctions;

/// <summary>The ARNs of state machines and executions.</summary>
internal static class Arns
{
    public static string Machine(string name) => Account.Arn("states", $"stateMachine:{name}");

    public static string Execution(string machine, string execution) => Account.Arn("states", $"execution:{machine}:{execution}");
}
