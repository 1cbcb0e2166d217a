namespace SesCompliance.Ops.Checks;

/// <summary>A command's checks and what they come to.</summary>
public sealed record CheckReport(string Subject, IReadOnlyList<Check> Checks)
{
    public int Passed => Count(Verdict.Pass);

    public int Warnings => Count(Verdict.Warn);

    public int Failed => Count(Verdict.Fail);

    public int CouldNotAsk => Count(Verdict.CouldNotAsk);

    /// <summary>A failure is known for certain, so it outweighs what could not be asked; a warning alone is fine.</summary>
    public ExitCode ExitCode() => this switch
    {
        { Failed: > 0 } => Ops.ExitCode.FoundProblems,
        { CouldNotAsk: > 0 } => Ops.ExitCode.CouldNotAsk,
        _ => Ops.ExitCode.Fine,
    };

    private int Count(Verdict verdict) => Checks.Count(check => check.Verdict == verdict);
}
