using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>One state of a machine.</summary>
/// <param name="Name">Its key under <c>States</c>.</param>
public abstract record State(string Name)
{
    /// <summary>The state's <c>Type</c>, with which its history events begin (<c>PassStateEntered</c>).</summary>
    public abstract string Type { get; }

    /// <summary>What of the input the state sees; null is the definition's null: an empty object.</summary>
    public JsonPath? InputPath { get; init; }

    /// <summary>What of the result the next state gets; null is the definition's null: an empty object.</summary>
    public JsonPath? OutputPath { get; init; }
}

/// <summary>A state with one way on.</summary>
public abstract record StepState(string Name) : State(Name)
{
    /// <summary>Null ends the execution.</summary>
    public string? Next { get; init; }
}
