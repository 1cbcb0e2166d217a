using System.Text.Json;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>
/// JSON as it moves from state to state. It keeps the text it came with, since the history shows an input as it was given (spaces, <c>1.0</c>, key
/// order) until a state changes it. The node is never changed.
/// </summary>
public sealed class Payload
{
    private Payload(string text, JsonNode? node)
    {
        Text = text;
        Node = node;
    }

    public static Payload EmptyObject { get; } = Parse("{}");

    public string Text { get; }

    /// <summary>Null is JSON's null.</summary>
    public JsonNode? Node { get; }

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static Payload Parse(string text) => new(text, JsonText.Read(text));

    public static Payload Of(JsonNode? node) => new(JsonText.Write(node), node);

    public override string ToString() => Text;
}
