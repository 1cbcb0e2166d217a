using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads one state.</summary>
internal static class StateParser
{
    private const int MaxNameLength = 80;

    /// <summary>What AWS has and this cloud does not; refused by name.</summary>
    private static readonly string[] Unsupported = ["Map", "Parallel"];

    /// <summary>Fields of JSONata states and of variables, which AWS names in a message of their own.</summary>
    private static readonly string[] JsonataFields = ["Output", "Arguments"];

    private static readonly JsonPath Whole = JsonPath.Parse("$");

    public static State? Parse(string name, JsonNode? node, List<Diagnostic> faults)
    {
        var at = $"/States/{name}";
        if (node is not JsonObject json)
        {
            faults.Add(new Diagnostic(Diagnostic.SchemaValidationFailed, "Expected value of type Object", at));
            return null;
        }

        var fields = new Fields(json, at, faults);
        if (name.Length > MaxNameLength)
        {
            fields.Fault($"State name must have at most {MaxNameLength} characters");
        }

        fields.Require("Type");
        var before = faults.Count;
        var state = Read(name, fields.Text("Type"), fields);
        return faults.Count == before ? state : null;
    }

    private static State? Read(string name, string? type, Fields fields)
    {
        State? state;
        switch (type)
        {
            case null:
                return null;
            case "Pass":
                state = Pass(name, fields);
                break;
            case "Task":
                state = TaskParser.Parse(name, fields);
                break;
            case "Choice":
                state = ChoiceParser.Parse(name, fields);
                break;
            case "Wait":
                state = WaitParser.Parse(name, fields);
                break;
            case "Succeed":
                state = new SucceedState(name);
                break;
            case "Fail":
                state = Fail(name, fields);
                break;
            default:
                fields.Fault(Unsupported.Contains(type) ? $"State type '{type}' is not supported by this cloud" : $"Unknown state type '{type}'", fields.At("Type"));
                return null;
        }

        if (state is not (null or FailState))
        {
            state = state with { InputPath = fields.Path("InputPath", Whole), OutputPath = fields.Path("OutputPath", Whole) };
        }

        if (state is StepState step)
        {
            state = step with { Next = Next(fields) };
        }

        RefuseJsonata(fields);
        fields.RefuseOthers();
        return state;
    }

    private static PassState Pass(string name, Fields fields)
    {
        var result = fields.TryTake("Result", out var node) ? Payload.Of(node) : null;
        return new PassState(name) { Result = result, Parameters = fields.Template("Parameters"), ResultPath = fields.ResultPath("ResultPath") };
    }

    private static FailState Fail(string name, Fields fields)
    {
        fields.AtMostOne("Error", "ErrorPath");
        fields.AtMostOne("Cause", "CausePath");

        return new FailState(name)
        {
            Error = fields.Text("Error"),
            Cause = fields.Text("Cause"),
            ErrorPath = fields.Expression("ErrorPath"),
            CausePath = fields.Expression("CausePath"),
        };
    }

    private static string? Next(Fields fields)
    {
        var (next, end) = (fields.Text("Next"), fields.Flag("End"));
        if (end == true)
        {
            fields.AtMostOne("Next", "End");
        }
        else if (!fields.Has("Next"))
        {
            fields.Fault("Either Next or End is required");
        }

        return end == true ? null : next;
    }

    private static void RefuseJsonata(Fields fields)
    {
        if (fields.Text("QueryLanguage") is { } language && language != "JSONPath")
        {
            fields.Fault($"'QueryLanguage' is '{language}': this cloud runs only 'JSONPath'");
        }

        foreach (var field in JsonataFields.Where(field => fields.TryTake(field, out _)))
        {
            fields.Fault($"The QueryLanguage is set to 'JSONPath', but field '{field}' is only supported for the 'JSONata' QueryLanguage");
        }
    }
}
