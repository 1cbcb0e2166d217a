using System.Globalization;
using System.Text.RegularExpressions;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>A fenced block of a page: <c>```bash exit=1</c> has language bash and mark <c>exit=1</c>.</summary>
/// <param name="Line">Of the fence itself, counted from 1; the text begins on the next.</param>
internal sealed partial record Fence(string Page, int Line, string Language, string Mark, string Text)
{
    /// <summary>Where it stands, as an editor opens it.</summary>
    public string Place => $"{Page}:{Line}";

    public bool IsBash => Language == "bash";

    /// <summary>Whether the block runs against the embedded cloud.</summary>
    public bool Runs => IsBash && (Mark.Length == 0 || Mark.StartsWith("exit=", StringComparison.Ordinal));

    /// <summary>The code that the block must end with, or null where the mark gives none.</summary>
    public int? ExitCode => Mark.Length == 0 ? 0 : Exit().Match(Mark) is { Success: true } match ? int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture) : null;

    public static IReadOnlyList<Fence> Of(string page) => Read(page, Docs.Page.Text(page)).Fences;

    /// <summary>The blocks of a page's text, and its other lines with their numbers.</summary>
    /// <exception cref="FormatException">A block is not closed.</exception>
    public static (IReadOnlyList<Fence> Fences, IReadOnlyList<(int Number, string Line)> Prose) Read(string page, string text)
    {
        var lines = text.Split('\n');
        List<Fence> fences = [];
        List<(int, string)> prose = [];
        for (var number = 1; number <= lines.Length; number++)
        {
            if (Opening().Match(lines[number - 1]) is not { Success: true } opening)
            {
                prose.Add((number, lines[number - 1]));
                continue;
            }

            var end = Array.FindIndex(lines, number, line => line.Trim() == opening.Groups["ticks"].Value);
            if (end < 0)
            {
                throw new FormatException($"{page}:{number}: the block is not closed");
            }

            var indent = opening.Groups["indent"].Length;
            var block = lines[number..end].Select(line => line[Math.Min(indent, line.Length - line.TrimStart().Length)..]);
            fences.Add(new Fence(page, number, opening.Groups["language"].Value, opening.Groups["mark"].Value.Trim(), string.Join('\n', block)));
            number = end + 1;
        }

        return (fences, prose);
    }

    [GeneratedRegex(@"^(?<indent> *)(?<ticks>`{3,})(?<language>[^\s`]*)(?<mark>[^`]*)$")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^exit=(?<code>\d{1,3})$")]
    private static partial Regex Exit();
}
