using System.Globalization;
using System.Text.Json.Nodes;

namespace SesCompliance.Local.XRay;

/// <summary>One service's part of a trace.</summary>
/// <param name="TraceId">E.g. <c>1-6925a0b1-0123456789abcdef01234567</c>.</param>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="Name">What the trace map calls the service's resource.</param>
/// <param name="Origin">The kind of resource, e.g. <c>AWS::StepFunctions::StateMachine</c>.</param>
/// <param name="ResourceArn">The resource that did the work.</param>
/// <param name="Fault">Whether it failed.</param>
public sealed record TraceSegment(
    string TraceId, string Id, string Name, string Origin, string ResourceArn, DateTimeOffset Start, DateTimeOffset End, bool Fault)
{
    /// <summary>The segment document: https://docs.aws.amazon.com/xray/latest/devguide/xray-api-segmentdocuments.html</summary>
    public string Document()
    {
        var document = new JsonObject
        {
            ["id"] = Id,
            ["trace_id"] = TraceId,
            ["name"] = Name,
            ["origin"] = Origin,
            ["start_time"] = Seconds(Start),
            ["end_time"] = Seconds(End),
            ["resource_arn"] = ResourceArn,
        };
        if (Fault)
        {
            document["fault"] = true;
        }

        return document.ToJsonString(PlainJson.Options);
    }

    private static JsonNode Seconds(DateTimeOffset time) =>
        JsonNode.Parse((time.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture))!;
}
