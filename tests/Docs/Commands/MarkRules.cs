using System.Text.RegularExpressions;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>How a page marks its commands, so that none escapes the tests.</summary>
internal static partial class MarkRules
{
    private static readonly string[] Languages = ["bash", "csharp", "json", "python", "text", "yaml"];
    private static readonly string[] Marks = ["", "aws", "builds", "output", "serve"];

    /// <summary>What is wrong with the marks of a page's text, each with its place.</summary>
    public static IEnumerable<string> Problems(string page, string text)
    {
        var (fences, prose) = Fence.Read(page, text);
        return fences.Select(Problem).OfType<string>()
            .Concat(prose.Where(each => IndentedCommand().IsMatch(each.Line)).Select(each => $"{page}:{each.Number}: '{each.Line.Trim()}' is a command in no ```bash block"));
    }

    private static string? Problem(Fence fence) => fence switch
    {
        { Language: "" } when fence.Text.Split('\n').FirstOrDefault(line => Command().IsMatch(line)) is { } line => $"{fence.Place}: '{line.Trim()}' is a command in a block without a language",
        { Language: "" } => null,
        { Language: var language } when !Languages.Contains(language) => $"{fence.Place}: the language is '{language}': it must be one of {string.Join(", ", Languages)}",
        { IsBash: true, ExitCode: null, Mark: var mark } when !Marks.Contains(mark) => $"{fence.Place}: the mark is '{mark}': it must be one of exit=CODE, {string.Join(", ", Marks[1..])}, or none",
        { IsBash: false, Mark.Length: > 0 } => $"{fence.Place}: a block of {fence.Language} has no mark",
        _ => null,
    };

    [GeneratedRegex(@"^(?: {4,}|\t\s*)" + Programs)]
    private static partial Regex IndentedCommand();

    [GeneratedRegex(@"^\s*" + Programs)]
    private static partial Regex Command();

    private const string Programs = @"(?:\$ )?(?:\./\S|(?:aws|pulumi|dotnet|ses-ops|python3|pip|npm|git|curl|dig|export) )";
}
