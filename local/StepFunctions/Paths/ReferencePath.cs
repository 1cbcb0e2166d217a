using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>A path that names one place, where a result can be put (ResultPath): names and indexes only.</summary>
public sealed record ReferencePath(JsonPath Path)
{
    /// <exception cref="PathSyntaxException">The text is no path, or may lead to several places.</exception>
    public static ReferencePath Parse(string text)
    {
        var path = JsonPath.Parse(text);
        return path.Steps.All(step => step is PropertyStep { IsDefinite: true } or IndexStep { IsDefinite: true }) && !path.OfContext
            ? new ReferencePath(path)
            : throw new PathSyntaxException($"'{text}' is not a reference path");
    }

    /// <summary>A copy of the document with the value put in, objects made on the way where there are none.</summary>
    /// <exception cref="PathNotFoundException">The document has something else than an object on the way.</exception>
    public JsonNode? Put(JsonNode? document, JsonNode? value)
    {
        if (Path.IsRoot)
        {
            return value;
        }

        var root = document?.DeepClone();
        var node = root;
        for (var index = 0; index < Path.Steps.Count; index++)
        {
            var last = index == Path.Steps.Count - 1;
            node = Step(node, Path.Steps[index], last, value) ?? (last ? null : throw Cannot(Path.Steps[index], node));
        }

        return root;
    }

    private static JsonNode? Step(JsonNode? node, PathStep step, bool last, JsonNode? value)
    {
        switch (node, step)
        {
            case (JsonObject fields, PropertyStep property):
                var name = property.Names[0];
                if (last)
                {
                    fields[name] = value?.DeepClone();
                    return fields[name];
                }

                if (fields[name] is null)
                {
                    fields[name] = new JsonObject();
                }

                return fields[name];
            case (JsonArray items, IndexStep at) when at.Indexes[0] >= 0 && at.Indexes[0] < items.Count:
                if (last)
                {
                    items[at.Indexes[0]] = value?.DeepClone();
                }

                return items[at.Indexes[0]];
            default:
                throw Cannot(step, node);
        }
    }

    private static PathNotFoundException Cannot(PathStep step, JsonNode? node) =>
        new($"Unable to apply step \"{Name(step)}\" to input {JsonText.Write(node)}");

    private static string Name(PathStep step) => step is PropertyStep property ? property.Names[0] : step.Text.Trim('[', ']');
}
