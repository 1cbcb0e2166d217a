using System.Text.RegularExpressions;
using SesCompliance.Local;
using SesCompliance.Tests.Docs.Commands;

namespace SesCompliance.Tests.Docs;

/// <summary>A file or folder that a page names, in backticks or in a command, is there.</summary>
public sealed partial class PathTests
{
    private static readonly HashSet<string> Names = [.. Page.Files("*").Select(Path.GetFileName).OfType<string>()];
    private static readonly HashSet<string> Folders = [.. Directory.EnumerateDirectories(Repository.Root).Select(Path.GetFileName).OfType<string>().Where(name => name is not ("artifacts" or ".git"))];

    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_is_there(string page) => Assert.Empty(Missing(page, Page.Text(page)));

    [Theory]
    [InlineData("`infra/NoSuchFile.cs`")]
    [InlineData("`./no-such-script`")]
    [InlineData("`NoSuchFile.cs`")]
    [InlineData("the file `docs/no-such-page.md` says")]
    [InlineData("```bash\ndotnet run --project samples/fortran\n```")]
    [InlineData("```bash builds\n./tset\n```")]
    public void A_path_that_is_not_there_is_found(string text) => Assert.Single(Missing("README.md", text));

    [Theory]
    [InlineData("`infra/`, `ComplianceStack.cs`, `./run serve`, `tests/Docs`")]
    [InlineData("`aws/lambda`, `a/b`, `lambdas/<function>/`, `Pulumi.<stack>.yaml`, `success@recipients.test`")]
    [InlineData("```bash\n./run && cat samples/python/verify.py > /tmp/out.txt\n```")]
    public void Other_words_are_left_alone(string text) => Assert.Empty(Missing("README.md", text));

    /// <summary>The paths that lead nowhere, from the root or from the page's own folder.</summary>
    private static IEnumerable<string> Missing(string page, string text)
    {
        var (fences, prose) = Fence.Read(page, text);
        var named = prose.SelectMany(line => InBackticks().Matches(line.Line)).Select(match => match.Groups["text"].Value.Split(' ')[0])
            .Concat(fences.Where(fence => fence.IsBash).SelectMany(fence => ShellReader.Commands(fence.Text)).SelectMany(command => command.Words));
        return named.Where(IsPath).Distinct().Where(path => !IsThere(page, path)).Select(path => $"{page} names {path}, which is not there");
    }

    private static bool IsPath(string word) =>
        PlainPath().IsMatch(word) && (word.StartsWith("./", StringComparison.Ordinal) || (word.Contains('/') && Folders.Contains(word.Split('/')[0])) || SourceFile().IsMatch(word));

    private static bool IsThere(string page, string path)
    {
        string[] bases = [Repository.Root, Path.GetDirectoryName(Path.Combine(Repository.Root, page))!];
        return bases.Any(each => Path.Exists(Path.Combine(each, path))) || (!path.Contains('/') && Names.Contains(path));
    }

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"^[\w./-]+$")]
    private static partial Regex PlainPath();

    [GeneratedRegex(@"^[\w.-]+\.(cs|csproj|md|props|py|slnx?|targets|ya?ml)$")]
    private static partial Regex SourceFile();
}
