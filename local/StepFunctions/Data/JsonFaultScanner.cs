namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>Walks a text that is not JSON to the first fault that Jackson would report.</summary>
internal sealed class JsonFaultScanner(string text)
{
    private const string Values = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

    private int position;

    /// <summary>The message, and how many characters Jackson had read.</summary>
    public (string Message, int At) Find()
    {
        try
        {
            Value("a value");
            Skip();
            return position < text.Length ? (Unexpected("end of input"), position + 1) : ("Invalid JSON", position);
        }
        catch (Fault fault)
        {
            return (fault.Message, fault.At);
        }
    }

    private void Value(string expected)
    {
        Skip();
        if (position >= text.Length)
        {
            throw new Fault($"Unexpected end-of-input: was expecting {expected}", text.Length);
        }

        switch (text[position])
        {
            case '{':
                Object();
                break;
            case '[':
                Array();
                break;
            case '"':
                Text();
                break;
            case '-' or (>= '0' and <= '9'):
                while (position < text.Length && (char.IsAsciiLetterOrDigit(text[position]) || text[position] is '+' or '-' or '.'))
                {
                    position++;
                }

                break;
            default:
                Token();
                break;
        }
    }

    private void Object()
    {
        position++;
        Skip();
        if (Take('}'))
        {
            return;
        }

        do
        {
            Skip();
            if (position >= text.Length)
            {
                throw End("Object");
            }

            if (text[position] != '"')
            {
                throw new Fault(Unexpected("double-quote to start field name"), position + 1);
            }

            Text();
            Skip();
            Need(':', "a colon to separate field name and value", "Object");
            Value("a value");
            Skip();
        }
        while (Take(','));
        Need('}', "comma to separate Object entries", "Object");
    }

    private void Array()
    {
        position++;
        Skip();
        if (Take(']'))
        {
            return;
        }

        do
        {
            Value("a value");
            Skip();
        }
        while (Take(','));
        Need(']', "comma to separate Array entries", "Array");
    }

    private void Text()
    {
        position++;
        while (position < text.Length && text[position] != '"')
        {
            position += text[position] == '\\' ? 2 : 1;
        }

        if (position++ >= text.Length)
        {
            throw new Fault("Unexpected end-of-input: was expecting closing quote for a string value", text.Length);
        }
    }

    private void Token()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '$'))
        {
            position++;
        }

        var token = text[start..position];
        if (token.Length == 0)
        {
            throw new Fault($"Unexpected character ('{text[start]}' (code {(int)text[start]})): expected a valid value {Values}", start + 1);
        }

        if (token is not ("true" or "false" or "null"))
        {
            throw new Fault($"Unrecognized token '{token}': was expecting {Values}", position);
        }
    }

    private void Need(char character, string expected, string container)
    {
        if (position >= text.Length)
        {
            throw End(container);
        }

        if (!Take(character))
        {
            throw new Fault(Unexpected(expected), position + 1);
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

    private void Skip()
    {
        while (position < text.Length && text[position] is ' ' or '\t' or '\n' or '\r')
        {
            position++;
        }
    }

    private string Unexpected(string expected) => $"Unexpected character ('{text[position]}' (code {(int)text[position]})): was expecting {expected}";

    private Fault End(string container) => new($"Unexpected end-of-input: expected close marker for {container}", text.Length);

    private sealed class Fault(string message, int at) : Exception(message)
    {
        public int At { get; } = at;
    }
}
