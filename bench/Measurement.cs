using System.Diagnostics;

namespace SesCompliance.Bench;

/// <summary>Times a piece of work, run after run.</summary>
internal static class Measurement
{
    public static async Task<TimeSpan> MedianAsync(int runs, Func<int, Task> work)
    {
        var times = new List<TimeSpan>();
        for (var run = 0; run < runs; run++)
        {
            times.Add(await TimeAsync(() => work(run)));
        }

        times.Sort();
        return times[times.Count / 2];
    }

    public static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started);
    }
}
