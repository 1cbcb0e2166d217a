using System.Globalization;
using System.Text;
using SesCompliance.Local;
using SesCompliance.Tests.Conformance;

namespace SesCompliance.Tests.Docs.Commands;

/// <summary>
/// A page's commands, typed one block after the other into one shell in the repository's root, with nothing set that the page does not set. A block whose mark gives
/// an exit code runs in a subshell: what it sets ends with it.
/// </summary>
internal sealed class PageSession(IReadOnlyList<Fence> fences)
{
    private const int TailLines = 25;

    /// <returns>What went wrong, with the block's place and output; null where every block ended as it should.</returns>
    /// <param name="onPorts">Puts a cloud's ports in place of those in the commands.</param>
    public async Task<string?> RunAsync(Func<string, string> onPorts)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, Script(onPorts), TestContext.Current.CancellationToken);
            var start = Command.Prepare("bash", "-euo", "pipefail", script);
            start.WorkingDirectory = Repository.Root;
            start.Environment["PATH"] = await ReaderPath.Value;
            using var process = System.Diagnostics.Process.Start(start)!;
            return Judge(await Command.EndAsync(process));
        }
        finally
        {
            File.Delete(script);
        }
    }

    private string Script(Func<string, string> onPorts)
    {
        var script = new StringBuilder("exec 2>&1\n");
        for (var number = 0; number < fences.Count; number++)
        {
            var (text, code) = (onPorts(fences[number].Text), fences[number].ExitCode);
            script.Append(CultureInfo.InvariantCulture, $"echo '{Begin(number)}'\n");
            script.Append(code is null or 0 ? $"{text}\n" : $"set +e\n(\nset -e\n{text}\n)\n[[ $? == {code} ]] || {{ echo \"the exit code is not {code}\"; exit 1; }}\nset -e\n");
        }

        return script.Append("echo '").Append(Begin(fences.Count)).Append("'\n").ToString();
    }

    private string? Judge(Command run)
    {
        var ended = Enumerable.Range(0, fences.Count + 1).Last(number => number == 0 || run.Output.Contains(Begin(number), StringComparison.Ordinal));
        if (run.ExitCode == 0 && ended == fences.Count)
        {
            return null;
        }

        var output = run.Output[(run.Output.IndexOf(Begin(ended), StringComparison.Ordinal) + Begin(ended).Length)..].Trim().Split('\n');
        return $"""
            {fences[Math.Min(ended, fences.Count - 1)].Place}: the block does not end as it should (exit code {run.ExitCode}).
            {fences[Math.Min(ended, fences.Count - 1)].Text}
            --- its output:
            {string.Join('\n', output.TakeLast(TailLines))}
            {run.Errors}
            """;
    }

    private static string Begin(int number) => $"=== block {number} of the page";
}
