using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Language.Parsing;

/// <summary>Reads Parameters and ResultSelector.</summary>
internal static class TemplateParser
{
    private const string Suffix = ".$";

    public static PayloadTemplate? Template(this Fields fields, string field)
    {
        if (!fields.TryTake(field, out var node))
        {
            return null;
        }

        return Read(node, fields.At(field), fields);
    }

    private static PayloadTemplate Read(JsonNode? node, string at, Fields fields) => node switch
    {
        JsonObject json => Read(json, at, fields),
        JsonArray items => new ArrayTemplate([.. items.Select((item, index) => Read(item, $"{at}[{index}]", fields))]),
        _ => new ConstantTemplate(node),
    };

    private static ObjectTemplate Read(JsonObject json, string at, Fields fields)
    {
        List<KeyValuePair<string, PayloadTemplate>> constants = [];
        List<KeyValuePair<string, Expression>> dynamics = [];
        foreach (var (key, value) in json)
        {
            if (!key.EndsWith(Suffix, StringComparison.Ordinal))
            {
                constants.Add(new(key, Read(value, $"{at}/{key}", fields)));
                continue;
            }

            var name = key[..^Suffix.Length];
            if (json.ContainsKey(name))
            {
                fields.Fault($"Duplicate field name: {name}", at);
            }

            try
            {
                dynamics.Add(new(name, Expression.Parse(value.AsText() ?? throw new PathSyntaxException("not a text"))));
            }
            catch (PathSyntaxException)
            {
                fields.Fault($"The value for the field '{key}' must be a valid JSONPath or a valid intrinsic function call", at);
            }
        }

        return new ObjectTemplate(constants, [.. dynamics.InJavaHashOrder(field => field.Key)]);
    }
}
