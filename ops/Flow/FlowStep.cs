namespace SesCompliance.Ops.Flow;

/// <summary>A state that an execution went through.</summary>
/// <param name="Kind">The state's type, e.g. <c>Task</c>.</param>
/// <param name="Seconds">From entry to exit; null while it is in the state, and for a state that ends the execution by failing it.</param>
/// <param name="Errors">The errors of the attempts that failed, in order.</param>
/// <param name="Succeeded">Whether its last attempt succeeded; true, too, for states that attempt nothing.</param>
public sealed record FlowStep(string State, string Kind, DateTimeOffset Entered, double? Seconds, IReadOnlyList<string> Errors, bool Succeeded);
