using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>Reads the condition of a filter: comparisons joined by <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and parentheses.</summary>
internal sealed class FilterParser(string text, int start)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "=~", "<", ">", "in ", "nin ", "contains ", "size ", "empty "];

    public int Position { get; private set; } = start;

    public PathCondition ParseInParentheses()
    {
        Expect("(");
        var condition = Either();
        Expect(")");
        return condition;
    }

    private PathCondition Either()
    {
        List<PathCondition> parts = [Both()];
        while (Take("||"))
        {
            parts.Add(Both());
        }

        return parts.Count == 1 ? parts[0] : new AnyOf(parts);
    }

    private PathCondition Both()
    {
        List<PathCondition> parts = [Single()];
        while (Take("&&"))
        {
            parts.Add(Single());
        }

        return parts.Count == 1 ? parts[0] : new AllOf(parts);
    }

    private PathCondition Single()
    {
        if (Take("!"))
        {
            return new Negation(Single());
        }

        SkipSpaces();
        if (Position < text.Length && text[Position] == '(')
        {
            return ParseInParentheses();
        }

        var left = Operand();
        foreach (var candidate in Operators)
        {
            if (Take(candidate))
            {
                return new Comparison(left, candidate.Trim(), Operand());
            }
        }

        return left.Path is not null ? new Existence(left) : throw Wrong();
    }

    private FilterOperand Operand()
    {
        SkipSpaces();
        if (Position >= text.Length)
        {
            throw Wrong();
        }

        var first = text[Position];
        if (first is '@' or '$')
        {
            var steps = new PathParser(text).StepsFrom(Position + 1, out var end);
            Position = end;
            return new FilterOperand(null, new JsonPath(text, false, steps), first == '@');
        }

        return new FilterOperand(first switch
        {
            '\'' or '"' => JsonValue.Create(Until(first)),
            '/' => JsonValue.Create(Pattern()),
            _ => Literal(),
        }, null, false);
    }

    private string Until(char quote)
    {
        var end = text.IndexOf(quote, Position + 1);
        if (end < 0)
        {
            throw Wrong();
        }

        var value = text[(Position + 1)..end];
        Position = end + 1;
        return value;
    }

    private string Pattern()
    {
        var begin = Position;
        Until('/');
        while (Position < text.Length && char.IsAsciiLetter(text[Position]))
        {
            Position++;
        }

        return text[begin..Position];
    }

    private JsonNode? Literal()
    {
        var begin = Position;
        var depth = 0;
        while (Position < text.Length && (depth > 0 || text[Position] is not (' ' or ')' or '&' or '|')))
        {
            depth += text[Position] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }

            Position++;
        }

        try
        {
            return JsonText.Read(text[begin..Position].Replace('\'', '"'));
        }
        catch (JsonException)
        {
            throw Wrong();
        }
    }

    private void SkipSpaces()
    {
        while (Position < text.Length && text[Position] == ' ')
        {
            Position++;
        }
    }

    private bool Take(string token)
    {
        SkipSpaces();
        if (!text.AsSpan(Position).StartsWith(token, StringComparison.Ordinal) || (token == "!" && text.AsSpan(Position).StartsWith("!=")))
        {
            return false;
        }

        Position += token.Length;
        return true;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw Wrong();
        }
    }

    private PathSyntaxException Wrong() => new($"'{text}' is not a path: position {Position}");
}
