using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>States.StringToJson, States.JsonToString, States.JsonMerge.</summary>
internal static class JsonFunctions
{
    public static JsonNode? Parse(IReadOnlyList<JsonNode?> values)
    {
        var text = values.Text(0);
        try
        {
            // AWS reads nothing as null.
            return string.IsNullOrWhiteSpace(text) ? null : JsonText.Read(text);
        }
        catch (JsonException)
        {
            throw new IntrinsicException(JsonSyntax.Check(text)?.Message ?? "Invalid JSON");
        }
    }

    public static JsonNode Print(IReadOnlyList<JsonNode?> values) => JsonValue.Create(JsonText.Write(values[0]));

    /// <summary>A shallow merge; the second object's values win, and the keys come in the order of a Java map. Deep merging is not there yet on AWS either.</summary>
    public static JsonNode Merge(IReadOnlyList<JsonNode?> values)
    {
        var (first, second) = (values.Object(0), values.Object(1));
        if (values.Flag(2))
        {
            throw new IntrinsicException("The deep merge mode is not supported");
        }

        var names = first.Select(field => field.Key).Union(second.Select(field => field.Key)).ToList();
        return new JsonObject(names.InJavaHashOrder(name => name)
            .Select(name => KeyValuePair.Create(name, (second.ContainsKey(name) ? second : first)[name]?.DeepClone())));
    }
}
