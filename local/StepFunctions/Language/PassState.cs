using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Passes its input, or a fixed result, on.</summary>
public sealed record PassState(string Name) : StepState(Name)
{
    public override string Type => "Pass";

    public Payload? Result { get; init; }

    public PayloadTemplate? Parameters { get; init; }

    /// <summary>Where the result goes in the input; null discards it.</summary>
    public ReferencePath? ResultPath { get; init; }
}
