using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Where a failed task leads once it is not tried again.</summary>
public sealed record Catcher(IReadOnlyList<string> ErrorEquals, string Next)
{
    /// <summary>Where <c>{"Error", "Cause"}</c> goes in the state's input; null discards it.</summary>
    public ReferencePath? ResultPath { get; init; }
}
