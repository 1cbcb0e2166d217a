namespace SesCompliance.Local.StepFunctions.Language;

public sealed record SucceedState(string Name) : State(Name)
{
    public override string Type => "Succeed";
}
