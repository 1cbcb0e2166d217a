using System.Globalization;

namespace SesCompliance.Local.StepFunctions.Paths;

/// <summary>Reads a JSONPath: dots, brackets, wildcards, slices, filters, descent.</summary>
internal sealed class PathParser(string text)
{
    private int position;

    public JsonPath Parse()
    {
        var path = ParsePrefix();
        return position == text.Length ? path : throw Wrong();
    }

    /// <summary>Reads the path that starts here and leaves the position behind it.</summary>
    public JsonPath ParsePrefix()
    {
        Expect('$');
        var ofContext = Take('$');
        return new JsonPath(text, ofContext, Steps());
    }

    /// <summary>Reads the steps of a path that hangs on something else (<c>@</c> in a filter).</summary>
    public IReadOnlyList<PathStep> StepsFrom(int start, out int end)
    {
        position = start;
        var steps = Steps();
        end = position;
        return steps;
    }

    private List<PathStep> Steps()
    {
        var steps = new List<PathStep>();
        while (position < text.Length)
        {
            if (Take('.'))
            {
                if (Take('.'))
                {
                    steps.Add(new DescentStep());
                    if (position < text.Length && text[position] == '[')
                    {
                        continue;
                    }
                }

                steps.Add(Take('*') ? new WildcardStep() : Named());
            }
            else if (position < text.Length && text[position] == '[')
            {
                position++;
                steps.Add(Bracket());
            }
            else
            {
                break;
            }
        }

        return steps;
    }

    private PathStep Named()
    {
        var start = position;
        while (position < text.Length && !IsDelimiter(text[position]))
        {
            position++;
        }

        var name = text[start..position];
        if (position + 1 < text.Length && text[position] == '(' && text[position + 1] == ')')
        {
            position += 2;
            return name is "length" or "size" ? new FunctionStep(name) : throw new PathSyntaxException($"Function with name: {name} does not exist.");
        }

        return name.Length == 0 ? throw Wrong() : new PropertyStep([name]);
    }

    private PathStep Bracket()
    {
        SkipSpaces();
        if (position >= text.Length)
        {
            throw Wrong();
        }

        PathStep step;
        switch (text[position])
        {
            case '\'' or '"':
                step = new PropertyStep(List(Quoted));
                break;
            case '*':
                position++;
                step = new WildcardStep();
                break;
            case '?':
                position++;
                SkipSpaces();
                var filter = new FilterParser(text, position);
                step = new FilterStep(filter.ParseInParentheses());
                position = filter.Position;
                break;
            default:
                step = IndexOrSlice();
                break;
        }

        SkipSpaces();
        Expect(']');
        return step;
    }

    private PathStep IndexOrSlice()
    {
        var start = Number();
        SkipSpaces();
        if (Take(':'))
        {
            SkipSpaces();
            return new SliceStep(start, Number());
        }

        if (start is not { } index)
        {
            throw Wrong();
        }

        List<int> indexes = [index];
        while (Take(','))
        {
            SkipSpaces();
            indexes.Add(Number() ?? throw Wrong());
            SkipSpaces();
        }

        return new IndexStep(indexes);
    }

    private List<T> List<T>(Func<T> item)
    {
        List<T> items = [item()];
        SkipSpaces();
        while (Take(','))
        {
            SkipSpaces();
            items.Add(item());
            SkipSpaces();
        }

        return items;
    }

    private int? Number()
    {
        var start = position;
        Take('-');
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return start == position ? null
            : int.TryParse(text[start..position], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong();
    }

    private string Quoted()
    {
        if (position >= text.Length || text[position] is not ('\'' or '"'))
        {
            throw Wrong();
        }

        // A backslash keeps a quote inside the name and stays in it (recorded on AWS).
        var quote = text[position++];
        var start = position;
        while (position < text.Length && text[position] != quote)
        {
            position += text[position] == '\\' ? 2 : 1;
        }

        var value = text[start..Math.Min(position, text.Length)];
        Expect(quote);
        return value;
    }

    private static bool IsDelimiter(char character) => character is '.' or '[' or ']' or '(' or ')' or ' ' or ',' or '\'' or '"';

    private void SkipSpaces()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }

    private bool Take(char character)
    {
        if (position < text.Length && text[position] == character)
        {
            position++;
            return true;
        }

        return false;
    }

    private void Expect(char character)
    {
        if (!Take(character))
        {
            throw Wrong();
        }
    }

    private PathSyntaxException Wrong() => new($"'{text}' is not a path: position {position}");
}
