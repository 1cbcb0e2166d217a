using System.Globalization;

namespace SesCompliance.Ops.Terminal;

/// <summary>Says on standard error how far long work is, not before it has taken two seconds and then every two seconds.</summary>
internal sealed class Progress(string what, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private long lastSaid = clock.GetTimestamp();
    private long count;

    public void Step()
    {
        count++;
        if (clock.GetElapsedTime(lastSaid) >= Interval)
        {
            lastSaid = clock.GetTimestamp();
            Console.Error.WriteLine($"· {count.ToString("N0", CultureInfo.InvariantCulture)} {what}");
        }
    }
}
