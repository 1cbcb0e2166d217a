using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Language;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Running;

/// <summary>Finds the choice whose rule holds.</summary>
internal static class ChoiceRunner
{
    /// <summary>The next state. Where no rule holds AWS fails with States.Runtime, whatever the States Language says of States.NoChoiceMatched.</summary>
    public static string Choose(ChoiceState state, Payload data, Evaluator evaluator) =>
        state.Choices.FirstOrDefault(choice => Holds(choice.Rule, data, evaluator))?.Next
        ?? state.Default
        ?? throw StateException.Runtime("Failed to transition out of the state. The state does not point to a next state.");

    private static bool Holds(ChoiceRule rule, Payload data, Evaluator evaluator) => rule switch
    {
        AndRule and => and.Rules.All(inner => Holds(inner, data, evaluator)),
        OrRule or => or.Rules.Any(inner => Holds(inner, data, evaluator)),
        NotRule not => !Holds(not.Rule, data, evaluator),
        KindRule { Operator: "IsPresent" } present => evaluator.TryRead(present.Variable, data, out _) == present.Expected,
        KindRule kind => ChoiceOperators.Test(kind.Operator, Read(kind.Variable, data, evaluator)) == kind.Expected,
        ComparisonRule comparison => ChoiceOperators.Compare(
            comparison.Operator,
            Read(comparison.Variable, data, evaluator),
            comparison.ValuePath is { } path ? Read(path, data, evaluator) : comparison.Value),
        _ => throw new InvalidOperationException($"Unknown rule {rule}"),
    };

    private static System.Text.Json.Nodes.JsonNode? Read(JsonPath path, Payload data, Evaluator evaluator) =>
        evaluator.TryRead(path, data, out var value) ? value
        : throw StateException.Runtime($"Invalid path '{path}': The choice state's condition path references an invalid value.");
}
