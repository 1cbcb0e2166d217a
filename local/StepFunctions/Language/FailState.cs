namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Ends the execution with an error; name and cause are fixed or come from the input.</summary>
public sealed record FailState(string Name) : State(Name)
{
    public override string Type => "Fail";

    public string? Error { get; init; }

    public string? Cause { get; init; }

    public Expression? ErrorPath { get; init; }

    public Expression? CausePath { get; init; }
}
