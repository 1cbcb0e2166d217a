using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>How AWS's Java names the kinds of JSON in Jayway JsonPath's messages.</summary>
internal static class JavaType
{
    public const string JsonProvider = "com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider";

    private const string Nodes = "com.fasterxml.jackson.databind.node.";

    public static string Of(JsonNode? node) => node switch
    {
        null => Nodes + "NullNode",
        JsonArray => Nodes + "ArrayNode",
        JsonObject => Nodes + "ObjectNode",
        _ when node.IsText() => Nodes + "TextNode",
        _ when node.IsBoolean() => Nodes + "BooleanNode",
        _ when node.AsLong() is >= int.MinValue and <= int.MaxValue => Nodes + "IntNode",
        _ when node.AsLong() is not null => Nodes + "LongNode",
        _ => Nodes + "DoubleNode",
    };
}
