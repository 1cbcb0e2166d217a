using System.Globalization;
using System.Security.Cryptography;

namespace SesCompliance.Local.XRay;

/// <summary>X-Ray: keeps what it is sent as long as X-Ray does.</summary>
public sealed class TraceStore(TimeProvider clock)
{
    /// <summary>https://docs.aws.amazon.com/general/latest/gr/xray.html</summary>
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private readonly Lock gate = new();
    private readonly List<TraceSegment> segments = [];

    /// <summary>The traces that are kept, the earliest first.</summary>
    public IReadOnlyList<Trace> Traces
    {
        get
        {
            lock (gate)
            {
                var oldest = clock.GetUtcNow() - Retention;
                segments.RemoveAll(segment => segment.Start < oldest);
                return [.. segments.OrderBy(segment => segment.Start).GroupBy(segment => segment.TraceId).Select(trace => new Trace(trace.Key, [.. trace]))];
            }
        }
    }

    public void Put(TraceSegment segment)
    {
        lock (gate)
        {
            segments.Add(segment);
        }
    }

    /// <summary>Version, epoch seconds and 96 random bits: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-sendingdata.html#xray-api-traceids</summary>
    public static string NewTraceId(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture, $"1-{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(24, lowercase: true)}");

    public static string NewSegmentId() => RandomNumberGenerator.GetHexString(16, lowercase: true);
}
