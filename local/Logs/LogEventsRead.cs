using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Logs;

/// <summary>GetLogEvents (one stream, forth and back) and FilterLogEvents (all streams of a group, by pattern).</summary>
internal static class LogEventsRead
{
    private const int MostEvents = 10_000;

    public static JsonObject Get(LogStore logs, LogGroup group, JsonObject input)
    {
        var name = input.Text("logStreamName") ?? throw LogsApi.Invalid("logStreamName must be given.");
        var stream = group.Find(name) ?? throw new AwsException("ResourceNotFoundException", "The specified log stream does not exist.");
        var events = logs.Kept(group, [stream]).Where(Within(input, endIncluded: false)).ToList();
        var limit = LogsApi.Limit(input, MostEvents);
        var token = input.Text("nextToken");
        var (forward, edge) = token is null ? (input.Flag("startFromHead") is true, (long?)null) : Parse(token);
        var page = forward
            ? events.Where(one => edge is null || one.Id > edge).Take(limit).ToList()
            : events.Where(one => edge is null || one.Id < edge).TakeLast(limit).ToList();

        // At the end of a stream AWS gives back the token that it was given; that is how clients know that they are there.
        var (first, last) = page.Count > 0 ? (page[0].Id, page[^1].Id) : forward ? ((edge ?? 0) + 1, edge ?? 0) : (edge ?? 0, (edge ?? 1) - 1);
        return new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(one => Shape(one))]),
            ["nextForwardToken"] = string.Create(CultureInfo.InvariantCulture, $"f/{last:D20}/s"),
            ["nextBackwardToken"] = string.Create(CultureInfo.InvariantCulture, $"b/{first:D20}/s"),
        };
    }

    public static JsonObject Filter(LogStore logs, LogGroup group, JsonObject input)
    {
        var matches = LogFilter.Parse(input.Text("filterPattern"));
        var within = Within(input, endIncluded: true);
        var after = input.Text("nextToken") is { } token ? Parse(token).Edge : 0;
        var ordered = logs.Kept(group, Streams(group, input))
            .Where(one => within(one) && matches(one.Message))
            .OrderBy(one => one.Timestamp).ThenBy(one => one.Id);
        var found = (after == 0 ? ordered : ordered.SkipWhile(one => one.Id != after).Skip(1)).ToList();
        var page = found.Take(LogsApi.Limit(input, MostEvents)).ToList();
        var output = new JsonObject
        {
            ["events"] = new JsonArray([.. page.Select(one => Shape(one, filtered: true))]),
            ["searchedLogStreams"] = new JsonArray(),
        };
        if (page.Count < found.Count)
        {
            output["nextToken"] = string.Create(CultureInfo.InvariantCulture, $"f/{page[^1].Id:D20}/s");
        }

        return output;
    }

    private static IEnumerable<LogStream> Streams(LogGroup group, JsonObject input)
    {
        var names = input.List("logStreamNames").Select(name => name!.GetValue<string>()).ToList();
        var prefix = input.Text("logStreamNamePrefix");
        if (names.Count > 0 && prefix is not null)
        {
            throw LogsApi.Invalid("logStreamNamePrefix and logStreamNames are mutually exclusive.");
        }

        return names.Count > 0
            ? names.Select(name => group.Find(name) ?? throw new AwsException("ResourceNotFoundException", "The specified log stream does not exist."))
            : group.Streams.Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal));
    }

    // An event at startTime is in; one at endTime is not with GetLogEvents, and is with FilterLogEvents ("with a timestamp later than this time are not returned").
    private static Func<LogEvent, bool> Within(JsonObject input, bool endIncluded)
    {
        var (start, end) = (input.Number("startTime"), input.Number("endTime"));
        return one => one.Timestamp.ToUnixTimeMilliseconds() is var at && (start is null || at >= start) && (end is null || at < end || (endIncluded && at == end));
    }

    private static (bool Forward, long Edge) Parse(string token) =>
        token.Split('/') is [("f" or "b") and var way, var id, "s"] && long.TryParse(id, CultureInfo.InvariantCulture, out var edge)
            ? (way == "f", edge)
            : throw LogsApi.Invalid("The specified nextToken is invalid.");

    private static JsonObject Shape(LogEvent one, bool filtered = false)
    {
        var shape = new JsonObject
        {
            ["timestamp"] = one.Timestamp.ToUnixTimeMilliseconds(),
            ["message"] = one.Message,
            ["ingestionTime"] = one.Ingested.ToUnixTimeMilliseconds(),
        };
        if (filtered)
        {
            shape["logStreamName"] = one.Stream;
            shape["eventId"] = one.Id.ToString("D56", CultureInfo.InvariantCulture);
        }

        return shape;
    }
}
