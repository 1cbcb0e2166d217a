using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SesCompliance.Local.Lambda;

/// <summary>A running <c>bootstrap</c>: its output, its memory, its end.</summary>
internal sealed class BootstrapProcess : IAsyncDisposable
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    private readonly Process launcher;
    private readonly Stream input;
    private readonly Task<int> exited;
    private readonly Lock gate = new();
    private (string Word, TaskCompletionSource Seen)? awaited;
    private int? processId;
    private int marks;

    private BootstrapProcess(Process launcher, string environmentId, Action<string> line)
    {
        this.launcher = launcher;
        input = launcher.StandardInput.BaseStream;
        exited = RunAsync(new OutputReader(environmentId, line, Marked));
    }

    /// <summary>Ends with the exit code once the process group is gone and its output has been read.</summary>
    public Task<int> Exited => exited;

    public static BootstrapProcess Start(
        string bootstrap, string environmentId, string workingDirectory, IReadOnlyDictionary<string, string> environment, Action<string> line) =>
        new(Launcher.Start(bootstrap, environmentId, workingDirectory, environment), environmentId, line);

    /// <summary>Returns when all output up to now has been read.</summary>
    public async Task DrainAsync()
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string word;
        lock (gate)
        {
            word = (++marks).ToString(CultureInfo.InvariantCulture);
            awaited = (word, seen);
        }

        if (await TryWriteAsync(word))
        {
            await Task.WhenAny(seen.Task, exited);
        }
    }

    /// <summary>The most memory that the bootstrap had so far, in MB; 0 where the system does not tell (it stands in Linux's /proc).</summary>
    public int PeakMemory()
    {
        try
        {
            var line = File.ReadLines($"/proc/{processId}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : (int.Parse(line.AsSpan(6, line.Length - 8).Trim(), CultureInfo.InvariantCulture) + 1023) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    /// <summary>Kills the bootstrap and all it has started.</summary>
    public async Task KillAsync()
    {
        CloseInput();
        await exited;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        launcher.Dispose();
    }

    private async Task<int> RunAsync(OutputReader reader)
    {
        var output = ReadAsync(reader);
        await launcher.WaitForExitAsync();
        CloseInput();

        // Something that left the process group may hold the output open; it is not waited for. Real time, since it is a real process.
        await Task.WhenAny(output, Task.Delay(OutputGrace, TimeProvider.System));
        return launcher.ExitCode;
    }

    // Closing twice does no harm: a kill and the process's own end may meet.
    private void CloseInput() => input.Dispose();

    private async Task ReadAsync(OutputReader reader)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await launcher.StandardOutput.BaseStream.ReadAsync(buffer)) > 0)
        {
            reader.Feed(buffer.AsSpan(0, count));
        }

        reader.Complete();
    }

    private async Task<bool> TryWriteAsync(string word)
    {
        try
        {
            await input.WriteAsync(Encoding.ASCII.GetBytes(word + "\n"));
            return true;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    private void Marked(string mark)
    {
        lock (gate)
        {
            if (mark.StartsWith("pid ", StringComparison.Ordinal))
            {
                processId = int.Parse(mark.AsSpan(4), CultureInfo.InvariantCulture);
            }
            else if (awaited is { } drain && drain.Word == mark)
            {
                drain.Seen.TrySetResult();
            }
        }
    }
}
