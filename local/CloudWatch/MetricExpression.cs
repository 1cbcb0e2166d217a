using System.Globalization;

namespace SesCompliance.Local.CloudWatch;

/// <summary>
/// An expression of CloudWatch's metric math, as far as it is here: numbers, ids, + - * /, comparisons (1 or 0), &amp;&amp; and ||, parentheses, IF, FILL with a number,
/// and SUM, AVG, MIN, MAX of one series (a number) or of a list of series (period by period).
/// </summary>
internal sealed class MetricExpression
{
    private const int DeepestNesting = 50;

    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/"]];

    private readonly string text;
    private readonly Node root;
    private readonly List<string> ids = [];
    private int position;
    private int depth;

    private MetricExpression(string text)
    {
        this.text = text;
        root = Operation(0);
        Skip();
        if (position < text.Length)
        {
            throw Wrong($"'{text[position]}' is not expected");
        }
    }

    private delegate MathValue Node(Func<string, MathValue> resolve, int count);

    /// <summary>The ids that it refers to.</summary>
    public IEnumerable<string> Ids => ids.Distinct();

    /// <exception cref="FormatException">Says where the expression cannot be read.</exception>
    public static MetricExpression Parse(string text) => new(text);

    /// <param name="count">The number of periods.</param>
    public MathValue Evaluate(Func<string, MathValue> resolve, int count) => root(resolve, count);

    private static double Apply(string symbol, double left, double right) => symbol switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "==" => left.Equals(right) ? 1 : 0,
        "!=" => left.Equals(right) ? 0 : 1,
        "&&" => left != 0 && right != 0 ? 1 : 0,
        "||" => left != 0 || right != 0 ? 1 : 0,
        _ => throw new InvalidOperationException(symbol),
    };

    private static double? Aggregate(string function, IEnumerable<double?> values)
    {
        double[] known = [.. values.Where(value => value is not null).Select(value => value!.Value)];
        return known.Length == 0 ? null : function switch
        {
            "SUM" => known.Sum(),
            "AVG" => known.Average(),
            "MIN" => known.Min(),
            _ => known.Max(),
        };
    }

    private Node Operation(int level)
    {
        if (level == Levels.Length)
        {
            return Operand();
        }

        var left = Operation(level + 1);
        while (Take(Levels[level]) is { } symbol)
        {
            var (first, second) = (left, Operation(level + 1));
            left = (resolve, count) => MathValue.Combine(
                count,
                values => values[0] is { } a && values[1] is { } b ? Apply(symbol, a, b) : null,
                first(resolve, count),
                second(resolve, count));
        }

        return left;
    }

    private Node Operand()
    {
        if (++depth > DeepestNesting)
        {
            throw Wrong($"it is nested more than {DeepestNesting} deep");
        }

        var operand = Operate();
        depth--;
        return operand;
    }

    private Node Operate()
    {
        if (Take("-") is not null)
        {
            var negated = Operand();
            return (resolve, count) => MathValue.Combine(count, values => -values[0], negated(resolve, count));
        }

        if (Take("(") is not null)
        {
            var inner = Operation(0);
            Expect(")");
            return inner;
        }

        Skip();
        var word = Word();
        if (word.Length == 0)
        {
            throw Wrong(position < text.Length ? $"'{text[position]}' is not expected" : "it ends too early");
        }

        if (char.IsAsciiDigit(word[0]) || word[0] == '.')
        {
            var number = double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong($"'{word}' is no number");
            return (_, _) => MathValue.Of(number);
        }

        if (Take("(") is not null)
        {
            return Call(word);
        }

        ids.Add(word);
        return (resolve, _) => resolve(word);
    }

    private Node Call(string function)
    {
        if (function is not ("IF" or "FILL" or "SUM" or "AVG" or "MIN" or "MAX"))
        {
            throw Wrong($"the embedded cloud has no function {function}");
        }

        return function switch
        {
            "IF" => If(),
            "FILL" => Fill(),
            _ => Take("[") is not null ? AggregateOfList(function) : AggregateOfSeries(function),
        };
    }

    private Node If()
    {
        var condition = Operation(0);
        Expect(",");
        var then = Operation(0);
        Expect(",");
        var otherwise = Operation(0);
        Expect(")");
        return (resolve, count) => MathValue.Combine(
            count,
            values => values[0] is { } decided ? values[decided != 0 ? 1 : 2] : null,
            condition(resolve, count),
            then(resolve, count),
            otherwise(resolve, count));
    }

    private Node Fill()
    {
        var series = Operation(0);
        Expect(",");
        if (Take("REPEAT", "LINEAR") is { } way)
        {
            throw Wrong($"the embedded cloud fills with numbers only, not with {way}");
        }

        var filling = Operation(0);
        Expect(")");
        return (resolve, count) => MathValue.Combine(count, values => values[0] ?? values[1], series(resolve, count), filling(resolve, count));
    }

    private Node AggregateOfSeries(string function)
    {
        var series = Operation(0);
        Expect(")");
        return (resolve, count) => MathValue.Of(Aggregate(function, series(resolve, count).Over(count)));
    }

    private Node AggregateOfList(string function)
    {
        List<Node> items = [Operation(0)];
        while (Take(",") is not null)
        {
            items.Add(Operation(0));
        }

        Expect("]");
        Expect(")");
        return (resolve, count) => MathValue.Combine(count, values => Aggregate(function, values), [.. items.Select(item => item(resolve, count))]);
    }

    private string Word()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '_' or '.'))
        {
            position++;
        }

        return text[start..position];
    }

    private string? Take(params string[] symbols)
    {
        Skip();
        var symbol = symbols.FirstOrDefault(symbol => string.CompareOrdinal(text, position, symbol, 0, symbol.Length) == 0);
        position += symbol?.Length ?? 0;
        return symbol;
    }

    private void Expect(string symbol)
    {
        if (Take(symbol) is null)
        {
            throw Wrong($"'{symbol}' is missing at position {position + 1}");
        }
    }

    private void Skip()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }

    private FormatException Wrong(string why) => new($"Expression '{text}' cannot be read: {why}");
}
