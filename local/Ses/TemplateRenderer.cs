using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>
/// Renders a template as SES does: what a variable holds is put in as it is (SES escapes nothing, not in HTML either), and a variable that the data lacks fails
/// the rendering. Source: https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-advanced.html
/// </summary>
internal static class TemplateRenderer
{
    /// <summary>Only parses.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>.</exception>
    public static void Check(TemplateContent content)
    {
        foreach (var part in new[] { content.Subject, content.Text, content.Html })
        {
            TemplateParser.Parse(part ?? "");
        }
    }

    /// <exception cref="RenderingFailedException">The data lack a variable.</exception>
    public static string Render(string template, JsonObject data)
    {
        var output = new StringBuilder();
        Write(TemplateParser.Parse(template), new TemplateScope(data), output);
        return output.ToString();
    }

    private static void Write(IReadOnlyList<TemplateNode> nodes, TemplateScope scope, StringBuilder output)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case TemplateNode.Literal literal:
                    output.Append(literal.Value);
                    break;
                case TemplateNode.Variable variable:
                    output.Append(scope.TryFind(variable.Path, out var found)
                        ? Text(found)
                        : throw new RenderingFailedException($"Attribute '{variable.Path}' is not present in the rendering data."));
                    break;
                case TemplateNode.Block block:
                    WriteBlock(block, scope, output);
                    break;
            }
        }
    }

    private static void WriteBlock(TemplateNode.Block block, TemplateScope scope, StringBuilder output)
    {
        scope.TryFind(block.Path, out var value);
        var holds = TemplateScope.IsTrue(value);
        switch (block.Kind)
        {
            case "if" or "unless":
                Write(holds == (block.Kind == "if") ? block.Body : block.Else, scope, output);
                break;
            case "each" when holds:
                WriteEach(block, value!, scope, output);
                break;
            case "with" when holds:
                Write(block.Body, new TemplateScope(value, scope), output);
                break;
            default:
                Write(block.Else, scope, output);
                break;
        }
    }

    private static void WriteEach(TemplateNode.Block block, JsonNode value, TemplateScope scope, StringBuilder output)
    {
        var items = value switch
        {
            JsonArray list => list.Select((item, index) => (Key: $"{index}", Item: item)).ToList(),
            JsonObject structure => structure.Select(member => (member.Key, Item: member.Value)).ToList(),
            _ => throw new RenderingFailedException($"Attribute '{block.Path}' is not a list."),
        };
        for (var index = 0; index < items.Count; index++)
        {
            var names = new Dictionary<string, JsonNode?>
            {
                ["@index"] = index,
                ["@key"] = items[index].Key,
                ["@first"] = index == 0,
                ["@last"] = index == items.Count - 1,
            };
            Write(block.Body, new TemplateScope(items[index].Item, scope, names), output);
        }
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String => scalar.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}

internal sealed class RenderingFailedException(string message) : Exception(message);
