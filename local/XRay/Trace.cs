namespace SesCompliance.Local.XRay;

/// <summary>All segments of one trace id, the earliest first.</summary>
public sealed record Trace(string Id, IReadOnlyList<TraceSegment> Segments)
{
    public DateTimeOffset Start => Segments[0].Start;

    public TimeSpan Duration => Segments.Max(segment => segment.End) - Start;
}
