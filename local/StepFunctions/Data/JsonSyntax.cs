using System.Text.Json;

namespace SesCompliance.Local.StepFunctions.Data;

/// <summary>What is wrong with a text that should be JSON, in the words of Jackson, which AWS passes on.</summary>
/// <param name="Message">Without the place.</param>
/// <param name="Location">E.g. <c>[Source: (String)"not"; line: 1, column: 4]</c>.</param>
public sealed record JsonSyntax(string Message, string Location)
{
    private const int QuotedSource = 500;

    /// <summary>Null where the text is JSON.</summary>
    public static JsonSyntax? Check(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 1000 });
            return null;
        }
        catch (JsonException)
        {
            var scanner = new JsonFaultScanner(text);
            var (message, at) = scanner.Find();
            return new JsonSyntax(message, Place(text, at));
        }
    }

    private static string Place(string text, int at)
    {
        var line = 1 + text.AsSpan(0, Math.Min(at, text.Length)).Count('\n');
        var column = at - (text.LastIndexOf('\n', Math.Max(0, Math.Min(at, text.Length) - 1)) + 1) + 1;
        var source = text.Length <= QuotedSource ? $"\"{text}\"" : $"\"{text[..QuotedSource]}\"[truncated {text.Length - QuotedSource} chars]";
        return $"[Source: (String){source}; line: {line}, column: {column}]";
    }
}
