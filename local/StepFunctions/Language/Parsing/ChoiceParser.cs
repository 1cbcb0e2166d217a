using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Running;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads a Choice state.</summary>
internal static class ChoiceParser
{
    private const string PathSuffix = "Path";

    public static ChoiceState Parse(string name, Fields fields)
    {
        fields.Require("Choices");
        List<Choice> choices = [];
        var array = fields.Array("Choices");
        if (array is { Count: 0 })
        {
            fields.Fault("Value cannot be empty", fields.At("Choices"));
        }

        for (var index = 0; index < array?.Count; index++)
        {
            if (array[index] is not JsonObject json)
            {
                fields.Fault("Expected value of type Object", fields.At($"Choices[{index}]"));
                continue;
            }

            var item = fields.Inside(json, $"Choices[{index}]");
            item.Require("Next");
            var next = item.Text("Next");
            if (Rule(json, item) is { } rule && next is not null)
            {
                choices.Add(new Choice(rule, next));
            }
        }

        return new ChoiceState(name, choices) { Default = fields.Text("Default") };
    }

    private static ChoiceRule? Rule(JsonObject json, Fields fields)
    {
        string[] operators = [.. json.Select(field => field.Key).Where(key => key is "And" or "Or" or "Not" || ChoiceOperators.Knows(key))];
        if (operators.Length != 1)
        {
            fields.Fault(operators.Length == 0 ? "A choice rule must have a comparison operator" : $"A choice rule must have exactly one operator, not [{string.Join(", ", operators)}]");
            return null;
        }

        ChoiceRule? rule = operators[0] switch
        {
            "And" => Rules("And", fields) is { } rules ? new AndRule(rules) : null,
            "Or" => Rules("Or", fields) is { } rules ? new OrRule(rules) : null,
            "Not" => fields.Object("Not") is { } inner && Rule(inner, fields.Inside(inner, "Not")) is { } rule1 ? new NotRule(rule1) : null,
            var test => Test(test, fields),
        };
        fields.RefuseOthers();
        return rule;
    }

    private static List<ChoiceRule>? Rules(string field, Fields fields)
    {
        if (fields.Array(field) is not { } array)
        {
            return null;
        }

        if (array.Count == 0)
        {
            fields.Fault("Value cannot be empty", fields.At(field));
        }

        List<ChoiceRule> rules = [];
        for (var index = 0; index < array.Count; index++)
        {
            if (array[index] is JsonObject json)
            {
                var inner = fields.Inside(json, $"{field}[{index}]");
                if (Rule(json, inner) is { } rule)
                {
                    rules.Add(rule);
                }
            }
            else
            {
                fields.Fault("Expected value of type Object", fields.At($"{field}[{index}]"));
            }
        }

        return rules;
    }

    private static ChoiceRule? Test(string test, Fields fields)
    {
        fields.Require("Variable");
        var variable = fields.Path("Variable");
        if (ChoiceOperators.IsKindTest(test))
        {
            return fields.Flag(test) is { } expected && variable is not null ? new KindRule(variable, test, expected) : null;
        }

        if (test.EndsWith(PathSuffix, StringComparison.Ordinal))
        {
            return fields.Path(test) is { } path && variable is not null ? new ComparisonRule(variable, test[..^PathSuffix.Length], null, path) : null;
        }

        fields.TryTake(test, out var value);
        if (ChoiceOperators.Fault(test, value) is { } fault)
        {
            fields.Fault(fault, fields.At(test));
            return null;
        }

        return variable is null ? null : new ComparisonRule(variable, test, value, null);
    }
}
