namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>Goes where the first rule that holds points.</summary>
public sealed record ChoiceState(string Name, IReadOnlyList<Choice> Choices) : State(Name)
{
    public override string Type => "Choice";

    public string? Default { get; init; }
}

public sealed record Choice(ChoiceRule Rule, string Next);
