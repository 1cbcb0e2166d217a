using System.Text.Json;
using SesCompliance.Local;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>An aws CLI of this machine, asked what it thinks of command lines; no call is made.</summary>
/// <param name="python">The interpreter that the CLI is written for; null for AWS's own installer's, which brings its own.</param>
internal sealed class AwsCli(string path, string? python)
{
    /// <summary>Stands for what only the shell knows; long enough for an ARN, and a number.</summary>
    public const string Expanded = "11111111111111111111";

    private const int WrongUsage = 252;

    private static readonly string Script = Path.Combine(Repository.Root, "tests", "Docs", "Commands", "aws_parse.py");

    /// <summary>Each CLI of PATH; none is found twice.</summary>
    public static IReadOnlyList<AwsCli> Installed { get; } = [.. Command.Find("aws").Select(Of).DistinctBy(cli => cli.Interpreter ?? cli.Location)];

    public string Location { get; } = path;

    private string? Interpreter { get; } = python;

    /// <returns>For each command what the CLI has against it, or "".</returns>
    public async Task<IReadOnlyList<string>> JudgeAsync(IReadOnlyList<ShellCommand> commands)
    {
        var arguments = commands.Select(Arguments).ToArray();
        return Interpreter is null ? await Task.WhenAll(arguments.Select(AskAsync)) : await AskAllAsync(Interpreter, arguments);
    }

    private static async Task<IReadOnlyList<string>> AskAllAsync(string python, string[][] commands)
    {
        var start = Command.Prepare(python, Script);
        using var process = System.Diagnostics.Process.Start(start)!;
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(commands));
        var run = await Command.EndAsync(process);
        Assert.True(run.ExitCode == 0, run.Errors);
        return JsonSerializer.Deserialize<string[]>(run.Output)!;
    }

    /// <summary>Nobody answers at port 9, so what gets as far as a request was understood.</summary>
    private async Task<string> AskAsync(string[] arguments)
    {
        var start = Command.Prepare(Location, ["--endpoint-url", "http://127.0.0.1:9", .. arguments]);
        foreach (var (name, value) in new[] { ("DEFAULT_REGION", "us-east-1"), ("ACCESS_KEY_ID", "parsed"), ("SECRET_ACCESS_KEY", "parsed"), ("MAX_ATTEMPTS", "1"), ("PAGER", "") })
        {
            start.Environment[$"AWS_{name}"] = value;
        }

        using var process = System.Diagnostics.Process.Start(start)!;
        var run = await Command.EndAsync(process);
        return run.ExitCode == WrongUsage ? run.Errors.Trim() : "";
    }

    /// <summary>A command that is only named (service and operation) is asked for its skeleton, which needs no required option.</summary>
    private static string[] Arguments(ShellCommand command)
    {
        var arguments = command.Arguments(Expanded);
        return arguments.Length == 2 && !arguments.Any(each => each.StartsWith('-')) ? [.. arguments, "--generate-cli-skeleton"] : arguments;
    }

    private static AwsCli Of(string path)
    {
        var first = File.ReadLines(path).FirstOrDefault() ?? "";
        return new AwsCli(path, !first.StartsWith("#!", StringComparison.Ordinal) ? null
            : first[2..].Trim() is var interpreter && Path.GetFileName(interpreter).StartsWith("python", StringComparison.Ordinal) ? interpreter
            : Path.Combine(Path.GetDirectoryName(path)!, "python3"));
    }
}
