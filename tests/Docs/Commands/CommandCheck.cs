using System.CommandLine;
using SesCompliance.Local;
using SesOpsLine = SesCompliance.Ops.CommandLine;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>Judges a command that is not run here by what its program says of itself. The aws CLI's commands are <see cref="AwsCli"/>'s.</summary>
internal static class CommandCheck
{
    /// <summary>What the shell has, and what every system has that the pages ask for.</summary>
    private static readonly string[] Shell =
        ["[", ".", "break", "cat", "cd", "continue", "curl", "cut", "date", "dig", "echo", "exit", "export", "false", "grep", "head", "jq", "mktemp", "printf", "read", "rm", "sed", "seq", "set", "sleep", "sort", "source", "tail", "tee", "test", "timeout", "tr", "true", "unset", "wc", "xargs"];

    private static readonly Dictionary<string, string[]> Commands = new()
    {
        ["dotnet"] = ["build", "pack", "publish", "restore", "run", "test", "tool"],
        ["git"] = ["clone", "checkout", "log", "revert", "show", "status"],
        ["npm"] = ["ci"],
        ["pip"] = ["install"],
        ["python3"] = ["-m"],
    };

    /// <returns>What is wrong with the command, or null.</returns>
    public static async Task<string?> ProblemAsync(ShellCommand command) => command.Program switch
    {
        "aws" => null,
        "pulumi" => PulumiCli.Problem(command.Arguments("1")),
        "./ses-ops" or "ses-ops" => SesOps(command),
        "./run" => await ToolHelp.ProblemAsync(command.Arguments("1")),
        var script when script.Contains('/') => File.Exists(Path.Combine(Repository.Root, script)) || script.StartsWith(".venv/", StringComparison.Ordinal) ? null : $"{script} is not there",
        var program when Shell.Contains(program) => null,
        var program when Commands.TryGetValue(program, out var commands) => commands.Contains(command.Words.ElementAtOrDefault(1)) ? null : $"'{command}' is not a command that the test knows",
        var program => $"no test knows the program {program}",
    };

    private static string? SesOps(ShellCommand command)
    {
        var parsed = SesOpsLine.Root().Parse(command.Arguments("1"));
        var error = parsed.Errors.FirstOrDefault(error => !(command.IsNamedOnly && parsed.CommandResult.Command is not RootCommand && error.Message.StartsWith("Required ", StringComparison.Ordinal)));
        return error is null ? null : $"ses-ops: {error.Message}";
    }
}
