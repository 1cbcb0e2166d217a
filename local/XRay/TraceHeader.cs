namespace SesCompliance.Local.XRay;

/// <summary>The tracing header <c>Root=1-…;Parent=…;Sampled=1</c>, in any order: https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader</summary>
/// <param name="Root">The trace's id; null where the header has none.</param>
/// <param name="Sampled">What was decided before; null where that is left to whoever takes the header.</param>
public sealed record TraceHeader(string? Root, bool? Sampled)
{
    public static TraceHeader Parse(string? text)
    {
        var fields = (text ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2)).Where(field => field.Length == 2).ToLookup(field => field[0], field => field[1]);
        return new TraceHeader(fields["Root"].FirstOrDefault(), fields["Sampled"].FirstOrDefault() switch { "1" => true, "0" => false, _ => null });
    }
}
