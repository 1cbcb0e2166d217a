using System.Text.Json.Nodes;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>
/// A JSONPath as AWS supports it: Jayway JsonPath's dialect and messages. <c>$$</c> starts at the context object, <c>$</c> at the state's data.
/// </summary>
/// <param name="Text">As written in the definition.</param>
public sealed record JsonPath(string Text, bool OfContext, IReadOnlyList<PathStep> Steps)
{
    /// <summary>Whether the path leads to one place at most; else it yields a list.</summary>
    public bool IsDefinite => Steps.All(step => step.IsDefinite);

    public bool IsRoot => Steps.Count == 0;

    /// <exception cref="PathSyntaxException">The text is not a path.</exception>
    public static JsonPath Parse(string text) => new PathParser(text).Parse();

    /// <summary>The path's value; an indefinite path yields an array, empty where it leads nowhere.</summary>
    /// <exception cref="PathNotFoundException">A definite path leads nowhere.</exception>
    public JsonNode? Read(JsonNode? document) => IsDefinite ? ReadOne(document) : ReadAll(document);

    /// <summary>The nodes that the path leads to, without complaint where it leads nowhere.</summary>
    public IEnumerable<JsonNode?> Find(JsonNode? document) =>
        Steps.Aggregate<PathStep, IEnumerable<JsonNode?>>([document], (found, step) => found.SelectMany(node => step.Select(node, document)));

    public override string ToString() => Text;

    private JsonArray ReadAll(JsonNode? document)
    {
        var function = Steps[^1] as FunctionStep;
        return new JsonArray([.. (function is null ? this : this with { Steps = [.. Steps.SkipLast(1)] }).Find(document).Select(node => node?.DeepClone())]);
    }

    private JsonNode? ReadOne(JsonNode? document)
    {
        var (node, at) = (document, "$");
        for (var index = 0; index < Steps.Count; index++)
        {
            var step = Steps[index];
            var here = at + step.Text;
            var found = step.Select(node, document).Take(1).ToList();
            if (found.Count == 0)
            {
                throw new PathNotFoundException(Missing(step, node, at, here, index == Steps.Count - 1));
            }

            (node, at) = (found[0], here);
        }

        return node;
    }

    private string Missing(PathStep step, JsonNode? node, string at, string here, bool last) => step switch
    {
        PropertyStep when node is JsonObject && !last => $"Missing property in path {here}",
        PropertyStep when node is not JsonObject => $"Expected to find an object with property {step.Text} in path {at} but found '{JavaType.Of(node)}'. "
            + $"This is not a json object according to the JsonProvider: '{JavaType.JsonProvider}'.",
        IndexStep when node is null => $"The path {at} is null",
        IndexStep when node is not JsonArray => $"Filter: {step.Text} can only be applied to arrays. Current context is: {node.ToJsonString()}",
        _ => $"No results for path: ${string.Concat(Steps.Select(each => each.Text))}",
    };
}
