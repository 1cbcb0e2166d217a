using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.XRay;

/// <summary>X-Ray on the wire (REST-JSON): reading traces.</summary>
public static class XRayApi
{
    private const string InvalidRequest = "InvalidRequestException";

    private const int MostTraces = 5;

    public static AwsApi For(TraceStore traces, TimeProvider clock) => new AwsApi("xray") { Permissions = XRayPermissions.Table }
        .AddRest("POST", "/TraceSummaries", "GetTraceSummaries", (request, _) => Task.FromResult(Summaries(traces, clock, request.Input)))
        .AddRest("POST", "/Traces", "BatchGetTraces", (request, _) => Task.FromResult(Batch(traces, request.Input)));

    private static AwsResponse Summaries(TraceStore traces, TimeProvider clock, JsonObject input)
    {
        input.RefuseOthers("GetTraceSummaries", InvalidRequest, "StartTime", "EndTime");
        var from = Required(input, "StartTime");
        var to = Required(input, "EndTime");
        if (to <= from)
        {
            throw new AwsException(InvalidRequest, "EndTime must be after StartTime");
        }

        JsonNode[] found = [.. traces.Traces.Where(trace => trace.Start >= from && trace.Start < to).Select(Summary)];
        return new JsonObject
        {
            ["TraceSummaries"] = new JsonArray(found),
            ["ApproximateTime"] = JsonValue.Create(clock.GetUtcNow()),
            ["TracesProcessedCount"] = found.Length,
        };
    }

    private static AwsResponse Batch(TraceStore traces, JsonObject input)
    {
        input.RefuseOthers("BatchGetTraces", InvalidRequest, "TraceIds");
        var asked = input.Texts("TraceIds");
        if (asked.Count is 0 or > MostTraces)
        {
            throw new AwsException(InvalidRequest, $"TraceIds has {asked.Count} members: it must have 1 to {MostTraces}");
        }

        // As on AWS, an id that stands for no trace is answered by silence.
        return new JsonObject
        {
            ["Traces"] = new JsonArray([.. traces.Traces.Where(trace => asked.Contains(trace.Id)).Select(Whole)]),
            ["UnprocessedTraceIds"] = new JsonArray(),
        };
    }

    private static JsonObject Summary(Trace trace) => new()
    {
        ["Id"] = trace.Id,
        ["StartTime"] = JsonValue.Create(trace.Start),
        ["Duration"] = trace.Duration.TotalSeconds,
        ["ResponseTime"] = trace.Duration.TotalSeconds,
        ["HasFault"] = trace.Segments.Any(segment => segment.Fault),
        ["HasError"] = false,
        ["HasThrottle"] = false,
        ["IsPartial"] = false,
        ["ResourceARNs"] = new JsonArray([.. trace.Segments.Select(segment => segment.ResourceArn).Distinct().Select(arn => new JsonObject { ["ARN"] = arn })]),
    };

    private static JsonObject Whole(Trace trace) => new()
    {
        ["Id"] = trace.Id,
        ["Duration"] = trace.Duration.TotalSeconds,
        ["LimitExceeded"] = false,
        ["Segments"] = new JsonArray([.. trace.Segments.Select(segment => new JsonObject { ["Id"] = segment.Id, ["Document"] = segment.Document() })]),
    };

    private static DateTimeOffset Required(JsonObject input, string member) =>
        input.Time(member) ?? throw new AwsException(InvalidRequest, $"{member} is missing");
}
