using System.Text.RegularExpressions;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>Commands that run on AWS only, that build, that serve, or that stand within a sentence: the shell reads them, and their programs know their options.</summary>
[Trait("Pace", "slow")]
public sealed partial class UnrunTests
{
    /// <summary>Asked at once: a CLI's start takes longer than its answers.</summary>
    private static readonly Lazy<Task<IReadOnlyList<string>>> OfAllPages = new(() => AwsProblemsAsync(Page.All.SelectMany(Commands)));

    public static TheoryData<string> Pages => [.. Page.All.Where(page => Commands(page).Any() || Blocks(page).Any())];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_shell_reads_every_block(string page) => Assert.All(
        await Task.WhenAll(Blocks(page).Select(async fence => (fence.Place, Run: await ShellAsync(fence.Text)))),
        each => Assert.True(each.Run.ExitCode == 0, $"{each.Place}: {each.Run.Errors}"));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_programs_know_what_they_are_given(string page) =>
        Assert.Empty(await ProblemsAsync(Commands(page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Each_aws_CLI_here_takes_the_pages_commands(string page)
    {
        Assert.SkipWhen(AwsCli.Installed.Count == 0 && Aws(Commands(page)).Any(), "No aws CLI is here (https://docs.aws.amazon.com/cli/)");
        Assert.DoesNotContain(await OfAllPages.Value, problem => problem.StartsWith($"{page}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_aws_command_is_found()
    {
        Assert.SkipWhen(AwsCli.Installed.Count == 0, "No aws CLI is here (https://docs.aws.amazon.com/cli/)");
        string[] wrong = ["aws sesv2 get-account --fast", "aws sesv2 get-acount", "aws iam attach-user-policy --user-name my-bot", "x=$(aws sesv2 get-account --fast | jq .)"];
        var problems = await AwsProblemsAsync(wrong.Append("aws sesv2 get-account --query SendQuota").SelectMany((command, number) => Placed($"wrong-{number}", command)));
        Assert.Equal(
            AwsCli.Installed.SelectMany(_ => wrong.Select((_, number) => $"wrong-{number}:1")),
            problems.Select(problem => problem[.."wrong-0:1".Length]));
    }

    [Theory]
    [InlineData("./ses-ops doctr --stack dev")]
    [InlineData("./ses-ops doctor --stak dev")]
    [InlineData("pulumi upp")]
    [InlineData("pulumi up --yess")]
    [InlineData("./run sreve")]
    [InlineData("./run serve --prt 1")]
    [InlineData("bench/rum")]
    [InlineData("terraform apply")]
    public async Task Another_wrong_command_is_found(string command) => Assert.Single(await ProblemsAsync(Placed("page.md", command)));

    [Theory]
    [InlineData("./run serve --port 4571 --dns-port=5355")]
    [InlineData("pulumi stack select dev --create")]
    [InlineData("export A=$(pulumi stack output botPolicyArn)")]
    [InlineData("for s in dev prod; do ./ses-ops doctor --stack \"$s\" > \"$s.txt\" 2>&1; done")]
    public async Task A_right_command_is_left_alone(string command) => Assert.Empty(await ProblemsAsync(Placed("page.md", command)));

    private static IEnumerable<Fence> Blocks(string page) => Fence.Of(page).Where(fence => fence.IsBash && fence.Mark != "output");

    /// <summary>The commands of a page that are not run, with their places.</summary>
    private static IEnumerable<(string Place, ShellCommand Command)> Commands(string page)
    {
        var (fences, prose) = Fence.Read(page, Page.Text(page));
        var blocks = fences.Where(fence => fence.IsBash && fence.Mark != "output" && (!fence.Runs || PageSessions.NeedsDig(fence)))
            .SelectMany(fence => ShellReader.Commands(fence.Text).Select(command => ($"{page}:{fence.Line + command.Line}", command)));
        var sentences = prose.SelectMany(line => Inline().Matches(line.Line)
            .SelectMany(match => ShellReader.Commands(Placeholder().Replace(match.Groups["command"].Value, "$$placeholder")))
            .Select(command => ($"{page}:{line.Number}", command with { IsNamedOnly = true })));
        return blocks.Concat(sentences);
    }

    private static IEnumerable<(string Place, ShellCommand Command)> Placed(string page, string text) =>
        ShellReader.Commands(text).Select(command => ($"{page}:{command.Line}", command));

    private static IEnumerable<(string Place, ShellCommand Command)> Aws(IEnumerable<(string Place, ShellCommand Command)> commands) =>
        commands.Where(each => each.Command.Program == "aws");

    private static async Task<IReadOnlyList<string>> ProblemsAsync(IEnumerable<(string Place, ShellCommand Command)> commands)
    {
        List<string> problems = [];
        foreach (var (place, command) in commands)
        {
            problems.AddRange(await CommandCheck.ProblemAsync(command) is { } problem ? [$"{place}: {problem}"] : []);
        }

        return problems;
    }

    private static async Task<IReadOnlyList<string>> AwsProblemsAsync(IEnumerable<(string Place, ShellCommand Command)> commands)
    {
        var asked = Aws(commands).ToArray();
        var answers = await Task.WhenAll(AwsCli.Installed.Select(cli => cli.JudgeAsync([.. asked.Select(each => each.Command)])));
        return [.. AwsCli.Installed.Zip(answers).SelectMany(each => asked.Zip(each.Second)
            .Where(answer => answer.Second.Length > 0)
            .Select(answer => $"{answer.First.Place}: {each.First.Location} says to '{answer.First.Command}': {answer.Second}"))];
    }

    private static async Task<Command> ShellAsync(string text)
    {
        using var process = System.Diagnostics.Process.Start(Command.Prepare("bash", "-n", "-c", text))!;
        return await Command.EndAsync(process);
    }

    [GeneratedRegex(@"`(?<command>(?:\./run|(?:\./)?ses-ops|aws|pulumi) [a-z][^`]*)`")]
    private static partial Regex Inline();

    [GeneratedRegex("<[A-Za-z][A-Za-z -]*>")]
    private static partial Regex Placeholder();
}
