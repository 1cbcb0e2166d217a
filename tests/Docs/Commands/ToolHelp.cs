using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SesCompliance.Local;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>What <c>./run</c> and its commands say they take, by their own <c>--help</c>.</summary>
internal static class ToolHelp
{
    private static readonly string Program = Path.Combine(Repository.Root, "local", Path.GetRelativePath(Path.Combine(Repository.Root, "tests"), AppContext.BaseDirectory), "SesCompliance.Local.dll");
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Helps = new();

    /// <returns>What is wrong with the arguments, or null.</returns>
    public static async Task<string?> ProblemAsync(IReadOnlyList<string> arguments)
    {
        var command = arguments.FirstOrDefault(each => !each.StartsWith('-')) is { } word && arguments[0] == word ? word : "";
        var commands = Under("Commands:").Match(await HelpAsync("")).Value;
        if (command.Length > 0 && !Regex.IsMatch(commands, $@"^ +{Regex.Escape(command)}\b", RegexOptions.Multiline))
        {
            return $"./run has no command '{command}'";
        }

        var help = await HelpAsync(command);
        var unknown = arguments.Where(each => each.StartsWith('-')).FirstOrDefault(each => !Regex.IsMatch(help, $@"(^|[ ,]){Regex.Escape(each.Split('=')[0])}([ ,\n]|$)", RegexOptions.Multiline));
        return unknown is null ? null : $"./run {command} has no option {unknown}";
    }

    private static Task<string> HelpAsync(string command) => Helps.GetOrAdd(command, _ => new Lazy<Task<string>>(async () =>
    {
        var run = await Command.RunAsync("dotnet", [Program, .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output;
    })).Value;

    private static Regex Under(string heading) => new($"{heading}.*", RegexOptions.Singleline);
}
