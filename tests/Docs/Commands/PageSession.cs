using System.Diagnostics;
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
    private const string Sleeps = "=== the page sleeps ";

    /// <summary>A sleep is told on the first output and ends with a line on the first input, both kept aside from the page's commands.</summary>
    private const string Preamble = $$"""
        exec 7<&0 </dev/null 2>&1 8>&1
        sleep() { printf '\n{{Sleeps}}%s\n' "$1" >&8; read -r _ <&7; }

        """;


    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(4);

    /// <param name="onPorts">Puts a cloud's ports in place of those in the commands.</param>
    /// <param name="wait">Lets a <c>sleep</c> of the page's pass, of so many seconds.</param>
    /// <returns>What went wrong, with the block's place and output; null where every block ended as it should.</returns>
    public async Task<string?> RunAsync(Func<string, string> onPorts, Func<double, Task> wait)
    {
        var script = Path.GetTempFileName();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Deadline);
        try
        {
            await File.WriteAllTextAsync(script, Script(onPorts), patience.Token);
            var start = Command.Prepare("bash", "-euo", "pipefail", script);
            start.WorkingDirectory = Repository.Root;
            start.Environment["PATH"] = await ReaderPath.Value;
            using var process = Process.Start(start)!;
            return await FollowAsync(process, wait, patience.Token);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private async Task<string?> FollowAsync(Process process, Func<double, Task> wait, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith(Sleeps, StringComparison.Ordinal))
                {
                    await wait(double.Parse(line[Sleeps.Length..], CultureInfo.InvariantCulture));
                    await process.StandardInput.WriteLineAsync();
                    await process.StandardInput.FlushAsync(cancellationToken);
                    continue;
                }

                output.Append(line).Append('\n');
            }

            await process.WaitForExitAsync(cancellationToken);
            return Judge(process.ExitCode, output.ToString());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return Judge(-1, $"{output}\n(it had not ended after {Deadline})");
        }
    }

    private string Script(Func<string, string> onPorts)
    {
        var script = new StringBuilder(Preamble);
        for (var number = 0; number < fences.Count; number++)
        {
            var (text, code) = (onPorts(fences[number].Text), fences[number].ExitCode);
            script.Append(CultureInfo.InvariantCulture, $"echo '{Begin(number)}'\n");
            script.Append(code is null or 0 ? $"{text}\n" : $"set +e\n(\nset -e\n{text}\n)\n[[ $? == {code} ]] || {{ echo \"the exit code is not {code}\"; exit 1; }}\nset -e\n");
        }

        return script.Append("echo '").Append(Begin(fences.Count)).Append("'\n").ToString();
    }

    private string? Judge(int exitCode, string output)
    {
        var ended = Enumerable.Range(0, fences.Count + 1).Last(number => number == 0 || output.Contains(Begin(number), StringComparison.Ordinal));
        if (exitCode == 0 && ended == fences.Count)
        {
            return null;
        }

        var lines = output[Math.Max(0, output.IndexOf(Begin(ended), StringComparison.Ordinal))..].Trim().Split('\n').Skip(1);
        return $"""
            {fences[Math.Min(ended, fences.Count - 1)].Place}: the block does not end as it should (exit code {exitCode}).
            {fences[Math.Min(ended, fences.Count - 1)].Text}
            --- its output:
            {string.Join('\n', lines.TakeLast(TailLines))}
            """;
    }

    private static string Begin(int number) => $"=== block {number} of the page";
}
