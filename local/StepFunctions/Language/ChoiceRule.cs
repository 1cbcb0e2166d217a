using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language;

/// <summary>A condition of a Choice state.</summary>
public abstract record ChoiceRule;

public sealed record AndRule(IReadOnlyList<ChoiceRule> Rules) : ChoiceRule;

public sealed record OrRule(IReadOnlyList<ChoiceRule> Rules) : ChoiceRule;

public sealed record NotRule(ChoiceRule Rule) : ChoiceRule;

/// <summary><c>IsNull</c>, <c>IsPresent</c> and their like.</summary>
/// <param name="Expected">What the test must yield.</param>
public sealed record KindRule(JsonPath Variable, string Operator, bool Expected) : ChoiceRule;

/// <summary>A variable compared with a value of the definition, or of the input where the operator ends in <c>Path</c>.</summary>
/// <param name="Operator">Without <c>Path</c>, e.g. <c>NumericLessThan</c>.</param>
public sealed record ComparisonRule(JsonPath Variable, string Operator, JsonNode? Value, JsonPath? ValuePath) : ChoiceRule;
