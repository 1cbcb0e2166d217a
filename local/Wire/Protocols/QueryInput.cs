using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.Wire.Protocols;

/// <summary>
/// Reads Query parameters into members: structures by dots, lists as <c>Name.member.N</c> or flattened <c>Name.N</c>, maps as <c>Name.entry.N.key</c> and
/// <c>.value</c> or flattened. Every scalar is a string.
/// </summary>
internal static class QueryInput
{
    public static JsonObject Read(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyList<QueryShape> shapes)
    {
        var root = new Node();
        foreach (var (name, value) in parameters)
        {
            var node = root;
            foreach (var part in name.Split('.'))
            {
                node = node.Children.TryGetValue(part, out var child) ? child : node.Children[part] = new Node();
            }

            node.Text = value;
        }

        return Structure(root, shapes);
    }

    private static JsonObject Structure(Node node, IReadOnlyList<QueryShape> shapes)
    {
        JsonObject members = [];
        foreach (var (name, child) in node.Children)
        {
            // SQS takes a few elements under the member's own name as well (older clients' flattened lists).
            var shape = shapes.FirstOrDefault(candidate => candidate.Element == name && IsNumbered(child))
                ?? shapes.FirstOrDefault(candidate => candidate.Member == name && candidate.Key is not null);
            members[shape?.Member ?? name] = Value(child, shape, shapes);
        }

        return members;
    }

    private static JsonNode? Value(Node node, QueryShape? shape, IReadOnlyList<QueryShape> shapes)
    {
        if (node.Children.Count == 0)
        {
            return node.Text;
        }

        if (node.Children is { Count: 1 } && node.Children.TryGetValue("entry", out var entries))
        {
            return Map(entries, shape?.Key ?? "key", shape?.Value ?? "value", shapes);
        }

        if (node.Children is { Count: 1 } && node.Children.TryGetValue("member", out var list) && IsNumbered(list))
        {
            return List(list, shapes);
        }

        return !IsNumbered(node) ? Structure(node, shapes)
            : shape?.Key is { } key ? Map(node, key, shape.Value!, shapes)
            : List(node, shapes);
    }

    private static JsonArray List(Node node, IReadOnlyList<QueryShape> shapes) =>
        new([.. Numbered(node).Select(item => Value(item, null, shapes))]);

    private static JsonObject Map(Node node, string key, string value, IReadOnlyList<QueryShape> shapes)
    {
        JsonObject map = [];
        foreach (var entry in Numbered(node))
        {
            if (entry.Children.TryGetValue(key, out var name) && entry.Children.TryGetValue(value, out var content))
            {
                map[name.Text] = Value(content, null, shapes);
            }
        }

        return map;
    }

    private static bool IsNumbered(Node node) => node.Children.Count > 0 && node.Children.Keys.All(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static IEnumerable<Node> Numbered(Node node) =>
        node.Children.OrderBy(child => int.TryParse(child.Key, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue).Select(child => child.Value);

    private sealed class Node
    {
        public string Text { get; set; } = "";

        public Dictionary<string, Node> Children { get; } = [];
    }
}
