using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>What stands in <c>[?(...)]</c>.</summary>
public abstract record PathCondition
{
    public abstract bool Holds(JsonNode? item, JsonNode? root);
}

public sealed record AllOf(IReadOnlyList<PathCondition> Parts) : PathCondition
{
    public override bool Holds(JsonNode? item, JsonNode? root) => Parts.All(part => part.Holds(item, root));
}

public sealed record AnyOf(IReadOnlyList<PathCondition> Parts) : PathCondition
{
    public override bool Holds(JsonNode? item, JsonNode? root) => Parts.Any(part => part.Holds(item, root));
}

public sealed record Negation(PathCondition Part) : PathCondition
{
    public override bool Holds(JsonNode? item, JsonNode? root) => !Part.Holds(item, root);
}

/// <summary>A path alone: it leads somewhere.</summary>
public sealed record Existence(FilterOperand Path) : PathCondition
{
    public override bool Holds(JsonNode? item, JsonNode? root) => Path.Read(item, root).Found;
}

/// <summary>Two values compared; where one is missing, or their kinds differ, only <c>!=</c> holds.</summary>
public sealed record Comparison(FilterOperand Left, string Operator, FilterOperand Right) : PathCondition
{
    public override bool Holds(JsonNode? item, JsonNode? root)
    {
        var (left, right) = (Left.Read(item, root), Right.Read(item, root));
        return Operator switch
        {
            "==" => left.Found == right.Found && Same(left.Value, right.Value),
            "!=" => left.Found != right.Found || !Same(left.Value, right.Value),
            _ when !left.Found || !right.Found => false,
            "=~" => left.Value.AsText() is { } text && right.Value.AsText() is { } pattern && Matches(text, pattern),
            "in" => right.Value is JsonArray items && items.Any(each => Same(left.Value, each)),
            "nin" => right.Value is not JsonArray items || !items.Any(each => Same(left.Value, each)),
            "contains" => left.Value is JsonArray items ? items.Any(each => Same(each, right.Value))
                : left.Value.AsText() is { } text && right.Value.AsText() is { } part && text.Contains(part, StringComparison.Ordinal),
            "size" => right.Value.AsDouble() == ((left.Value as JsonArray)?.Count ?? left.Value.AsText()?.Length),
            "empty" => right.Value.IsBoolean()
                && right.Value!.GetValue<bool>() == (left.Value is JsonArray { Count: 0 } || left.Value.AsText() is { Length: 0 }),
            _ => Order(left.Value, right.Value) is { } order && Operator switch
            {
                "<" => order < 0,
                "<=" => order <= 0,
                ">" => order > 0,
                _ => order >= 0,
            },
        };
    }

    private static bool Same(JsonNode? left, JsonNode? right) =>
        left.IsNumber() && right.IsNumber() ? left.AsDouble() == right.AsDouble() : JsonEquality.Same(left, right);

    private static int? Order(JsonNode? left, JsonNode? right) =>
        left.AsDouble() is { } a && right.AsDouble() is { } b ? a.CompareTo(b)
        : left.AsText() is { } x && right.AsText() is { } y ? string.CompareOrdinal(x, y)
        : null;

    private static bool Matches(string text, string pattern)
    {
        var end = pattern.LastIndexOf('/');
        var options = pattern[(end + 1)..].Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
        return Regex.IsMatch(text, $"^(?:{pattern[1..end]})$", options, TimeSpan.FromSeconds(1));
    }
}

/// <summary>One side of a comparison: a literal, or a path from the item (<c>@</c>) or the document (<c>$</c>).</summary>
public sealed record FilterOperand(JsonNode? Literal, JsonPath? Path, bool OfItem)
{
    public (bool Found, JsonNode? Value) Read(JsonNode? item, JsonNode? root)
    {
        if (Path is null)
        {
            return (true, Literal);
        }

        try
        {
            return (true, Path.Read(OfItem ? item : root));
        }
        catch (PathNotFoundException)
        {
            return (false, null);
        }
    }
}
