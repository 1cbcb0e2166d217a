namespace SesCompliance.Local.DynamoDb;

/// <summary>Drains what a process says on standard error, and keeps its last lines for when it dies.</summary>
internal sealed class LastLines
{
    private const int Kept = 20;

    private readonly Queue<string> lines = new();
    private readonly Task drained;

    public LastLines(StreamReader output) => drained = DrainAsync(output);

    /// <summary>The last lines on one line; complete, since it waits for the end of the output.</summary>
    public async Task<string> ReadAsync()
    {
        await drained.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (lines)
        {
            return lines.Count == 0 ? "it said nothing" : string.Join(" | ", lines);
        }
    }

    private async Task DrainAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (lines)
            {
                lines.Enqueue(line.Trim());
                if (lines.Count > Kept)
                {
                    lines.Dequeue();
                }
            }
        }
    }
}
