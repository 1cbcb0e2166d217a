using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads a definition in full and finds every fault in it; only a definition without faults is run.</summary>
public static class DefinitionParser
{
    public static ParsedDefinition Parse(string text)
    {
        JsonNode? json = null;
        try
        {
            json = string.IsNullOrWhiteSpace(text) ? null : JsonText.Read(text);
        }
        catch (JsonException)
        {
            var fault = JsonSyntax.Check(text)!;
            return new(null, [new Diagnostic(Diagnostic.InvalidJsonDescription, $"{fault.Message}\n at {fault.Location}", fault.Location)]);
        }

        if (json is not JsonObject machine)
        {
            return new(null, [new Diagnostic(Diagnostic.SchemaValidationFailed, "Definition must be a valid JSON object", null)]);
        }

        List<Diagnostic> faults = [];
        var definition = Machine(new Fields(machine, "", faults));
        return new(faults.Count == 0 ? definition : null, faults);
    }

    private static Definition? Machine(Fields fields)
    {
        fields.Require("States", "StartAt");
        var start = fields.Text("StartAt");
        var timeout = fields.Whole("TimeoutSeconds", 1);
        if (fields.Text("Version") is { } version && version != "1.0")
        {
            fields.Fault("Version must be '1.0'", "/Version");
        }

        var language = fields.Text("QueryLanguage");
        if (language is not (null or "JSONPath"))
        {
            fields.Fault($"'QueryLanguage' is '{language}': this cloud runs only 'JSONPath'", "/QueryLanguage");
        }

        var states = new Dictionary<string, State>();
        if (fields.Object("States") is { } json)
        {
            if (json.Count == 0)
            {
                fields.Fault("Value cannot be empty", "/States");
            }

            foreach (var (name, node) in json)
            {
                if (StateParser.Parse(name, node, fields.Faults) is { } state)
                {
                    states.Add(name, state);
                }
            }

            Transitions.Check(start, json, fields.Faults);
        }

        fields.RefuseOthers();
        return start is null ? null : new Definition(start, states, timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }
}

/// <summary>What came of reading a definition.</summary>
/// <param name="Definition">Null where there are faults.</param>
public sealed record ParsedDefinition(Definition? Definition, IReadOnlyList<Diagnostic> Faults);
