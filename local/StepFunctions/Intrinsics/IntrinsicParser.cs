using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Local.StepFunctions.Data;
using SesCompliance.Local.StepFunctions.Paths;

namespace SesCompliance.Local.StepFunctions.Intrinsics;

/// <summary>Reads a call such as <c>States.Format('{} of {}', $.a, States.ArrayLength($.b))</c>.</summary>
internal sealed class IntrinsicParser(string text)
{
    private int position;

    public IntrinsicCall Parse()
    {
        SkipSpaces();
        var call = Call();
        SkipSpaces();
        return position == text.Length ? call : throw Wrong();
    }

    private IntrinsicCall Call()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '.' or '_'))
        {
            position++;
        }

        var function = text[start..position];
        if (!IntrinsicFunctions.All.ContainsKey(function))
        {
            throw new PathSyntaxException($"'{function}' is not an intrinsic function");
        }

        SkipSpaces();
        Expect('(');
        SkipSpaces();
        List<IntrinsicArgument> arguments = [];
        while (!Take(')'))
        {
            if (arguments.Count > 0)
            {
                Expect(',');
                SkipSpaces();
            }

            arguments.Add(Argument());
            SkipSpaces();
        }

        var (least, most) = (IntrinsicFunctions.All[function].Least, IntrinsicFunctions.All[function].Most);
        return arguments.Count >= least && arguments.Count <= most
            ? new IntrinsicCall(text[start..position], function, arguments)
            : throw new PathSyntaxException($"{function} takes {(least == most ? $"{least}" : $"{least} to {most}")} arguments, not {arguments.Count}");
    }

    private IntrinsicArgument Argument() => position >= text.Length ? throw Wrong() : text[position] switch
    {
        '\'' => new TextArgument(Quoted()),
        '$' => new PathArgument(Path()),
        'S' => Call(),
        _ => new LiteralArgument(Literal()),
    };

    private string Quoted()
    {
        var start = ++position;
        while (position < text.Length && text[position] != '\'')
        {
            if (text[position] == '\\' && (++position >= text.Length || !Escapes.IsEscapable(text[position])))
            {
                throw Wrong();
            }

            position++;
        }

        var raw = text[start..Math.Min(position, text.Length)];
        Expect('\'');
        return raw;
    }

    /// <summary>A path ends at the comma or parenthesis that is not inside its own brackets, parentheses or quotes.</summary>
    private JsonPath Path()
    {
        var start = position;
        var depth = 0;
        var quote = '\0';
        for (; position < text.Length; position++)
        {
            var character = text[position];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '\'' or '"')
            {
                quote = character;
            }
            else if (depth == 0 && character is ',' or ')')
            {
                break;
            }
            else
            {
                depth += character switch { '[' or '(' => 1, ']' or ')' => -1, _ => 0 };
            }
        }

        return JsonPath.Parse(text[start..position].TrimEnd());
    }

    private JsonNode? Literal()
    {
        var start = position;
        while (position < text.Length && text[position] is not (',' or ')' or ' '))
        {
            position++;
        }

        try
        {
            var literal = JsonText.Read(text[start..position]);
            return literal is null || literal.IsNumber() || literal.IsBoolean() ? literal : throw Wrong();
        }
        catch (JsonException)
        {
            throw Wrong();
        }
    }

    private void SkipSpaces()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
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

        return position >= text.Length ? throw Wrong() : false;
    }

    private void Expect(char character)
    {
        if (!Take(character))
        {
            throw Wrong();
        }
    }

    private PathSyntaxException Wrong() => new($"'{text}' is not an intrinsic function call: position {position}");
}
