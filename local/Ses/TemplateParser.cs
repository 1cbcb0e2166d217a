using System.Text.RegularExpressions;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Ses;

/// <summary>Parses the part of Handlebars that SES templates have: variables, comments, if, unless, each, with and else. Inline partials are refused by name.</summary>
internal sealed partial class TemplateParser
{
    private readonly string template;
    private int position;

    private TemplateParser(string template) => this.template = template;

    /// <exception cref="AwsException"><c>BadRequestException</c> saying what is wrong.</exception>
    public static IReadOnlyList<TemplateNode> Parse(string template)
    {
        var parser = new TemplateParser(template);
        var nodes = parser.ParseUntilTag(out var end);
        return end is null ? nodes : throw Bad($"{{{{{end}}}}} stands without its opening block");
    }

    [GeneratedRegex(@"\G\{\{!--.*?--\}\}|\G\{\{!.*?\}\}|\G\{\{\{(?<tag>[^{}]*)\}\}\}|\G\{\{(?<tag>[^{}]*)\}\}", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:\.|this|(?:\.\./)*(?:\.\.|@?[\p{L}\p{N}_-]+(?:[./][\p{L}\p{N}_-]+)*))$")]
    private static partial Regex Path();

    /// <summary>Reads nodes up to a closing or else tag, which it takes and hands back, or to the end.</summary>
    private List<TemplateNode> ParseUntilTag(out string? end)
    {
        List<TemplateNode> nodes = [];
        while (position < template.Length)
        {
            var open = template.IndexOf("{{", position, StringComparison.Ordinal);
            if (open != position)
            {
                var literal = template[position..(open < 0 ? template.Length : open)];
                nodes.Add(new TemplateNode.Literal(literal));
                position += literal.Length;
                continue;
            }

            var match = Tag().Match(template, open);
            if (!match.Success)
            {
                throw Bad($"a tag that starts with '{template[open..Math.Min(template.Length, open + 20)]}' does not end");
            }

            position = open + match.Length;
            if (!match.Groups["tag"].Success)
            {
                continue; // a comment
            }

            var tag = match.Groups["tag"].Value.Trim();
            if (tag.StartsWith('/') || tag == "else" || tag.StartsWith("else ", StringComparison.Ordinal))
            {
                end = tag;
                return nodes;
            }

            nodes.Add(tag.StartsWith('#') ? ParseBlock(tag[1..].Trim()) : ParseVariable(tag));
        }

        end = null;
        return nodes;
    }

    private static TemplateNode.Variable ParseVariable(string tag)
    {
        var path = tag.TrimStart('&').Trim();
        return tag.StartsWith('>') ? throw Bad("partials are not supported by the embedded cloud")
            : Path().IsMatch(path) ? new TemplateNode.Variable(path)
            : throw Bad($"'{tag}' is no variable");
    }

    private TemplateNode.Block ParseBlock(string tag)
    {
        var parts = tag.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is not [("if" or "unless" or "each" or "with") and var kind, var path] || !Path().IsMatch(path))
        {
            throw Bad($"the block '#{tag}' is not supported by the embedded cloud (#if, #unless, #each and #with of one path are)");
        }

        var body = ParseUntilTag(out var end);
        List<TemplateNode> otherwise = [];
        if (end is not null && end.StartsWith("else if ", StringComparison.Ordinal))
        {
            // The chain's inner block takes the closing tag that it shares with the outer one.
            return new TemplateNode.Block(kind, path, body, [ParseBlock(end["else ".Length..])]);
        }

        if (end == "else")
        {
            otherwise = ParseUntilTag(out end);
        }

        return end is not null && end.StartsWith('/') && end[1..].Trim() == kind
            ? new TemplateNode.Block(kind, path, body, otherwise)
            : throw Bad($"the block '#{tag}' ends with {(end is null ? "the template" : $"'{end}'")} in place of '/{kind}'");
    }

    private static AwsException Bad(string why) => new("BadRequestException", $"The template is not valid: {why}.");
}
