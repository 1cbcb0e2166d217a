using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SesCompliance.Local.Logs;

/// <summary>Conditions on JSON events: <c>{ ($.level = "Error" || $.attempt &gt;= 3) &amp;&amp; $.sendId = "a*" }</c>.</summary>
internal sealed partial class JsonFilter
{
    private readonly string pattern;
    private readonly List<string> tokens;
    private int at;

    private JsonFilter(string pattern)
    {
        this.pattern = pattern;
        var inner = pattern[1..^1];
        tokens = [.. Token().Matches(inner).Select(match => match.Value)];
        if (string.Concat(tokens) != Space().Replace(inner, match => match.Groups["quoted"].Value))
        {
            throw LogFilter.Invalid(pattern);
        }
    }

    public static Predicate<string> Parse(string pattern)
    {
        if (!pattern.EndsWith('}'))
        {
            throw LogFilter.Invalid(pattern);
        }

        var parser = new JsonFilter(pattern);
        var condition = parser.Any();
        return parser.at == parser.tokens.Count ? message => Read(message) is { } json && condition(json) : throw LogFilter.Invalid(pattern);
    }

    private static JsonObject? Read(string message)
    {
        try
        {
            return message.StartsWith('{') ? JsonNode.Parse(message) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Predicate<JsonObject> Any()
    {
        List<Predicate<JsonObject>> conditions = [All()];
        while (Taken("||"))
        {
            conditions.Add(All());
        }

        return json => conditions.Exists(condition => condition(json));
    }

    private Predicate<JsonObject> All()
    {
        List<Predicate<JsonObject>> conditions = [One()];
        while (Taken("&&"))
        {
            conditions.Add(One());
        }

        return json => conditions.TrueForAll(condition => condition(json));
    }

    private Predicate<JsonObject> One()
    {
        if (Taken("("))
        {
            var inner = Any();
            return Taken(")") ? inner : throw LogFilter.Invalid(pattern);
        }

        var selector = JsonSelector.Parse(Take()) ?? throw LogFilter.Invalid(pattern);
        switch (Take())
        {
            case "IS":
                return Take() switch
                {
                    "NULL" => json => selector.Select(json) is (true, null),
                    "TRUE" => json => selector.Select(json).Value?.GetValueKind() == JsonValueKind.True,
                    "FALSE" => json => selector.Select(json).Value?.GetValueKind() == JsonValueKind.False,
                    _ => throw LogFilter.Invalid(pattern),
                };
            case "EXISTS":
                return json => selector.Select(json).Exists;
            case "NOT" when Taken("EXISTS"):
                return json => !selector.Select(json).Exists;
            case "=" or "!=" or "<" or "<=" or ">" or ">=":
                var (comparison, value) = (tokens[at - 1], Take());
                if (value.StartsWith('%'))
                {
                    throw LogFilter.Unsupported(pattern, "a regular expression");
                }

                var matches = JsonComparison.Create(comparison, value) ?? throw LogFilter.Invalid(pattern);
                return json => selector.Select(json) is (true, { } found) && matches(found);
            default:
                throw LogFilter.Invalid(pattern);
        }
    }

    private string Take() => at < tokens.Count ? tokens[at++] : throw LogFilter.Invalid(pattern);

    private bool Taken(string token)
    {
        if (at >= tokens.Count || tokens[at] != token)
        {
            return false;
        }

        at++;
        return true;
    }

    [GeneratedRegex("""
        "(\\.|[^"\\])*"|&&|\|\||[()]|!=|<=|>=|[=<>]|\$(\.[\w@-]+|\["[^"]*"\]|\[\d+\])+|[^\s()=<>!&|"$]+
        """)]
    private static partial Regex Token();

    [GeneratedRegex("""(?<quoted>"(\\.|[^"\\])*")|\s+""")]
    private static partial Regex Space();
}
