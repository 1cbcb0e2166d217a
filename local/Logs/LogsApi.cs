using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Logs;

/// <summary>CloudWatch Logs on the wire (JSON 1.1): what an operator needs to read functions' logs. Time stamps are milliseconds since 1970 here.</summary>
public static class LogsApi
{
    public static AwsApi Create(LogStore logs)
    {
        var api = new AwsApi("logs") { TargetPrefix = "Logs_20140328", JsonVersion = "1.1", Permissions = LogsPermissions.Table };
        Add("DescribeLogGroups", input => DescribeLogGroups(logs, input), "logGroupNamePrefix", "logGroupNamePattern", "nextToken", "limit");
        Add(
            "DescribeLogStreams", input => DescribeLogStreams(logs, input),
            "logGroupName", "logGroupIdentifier", "logStreamNamePrefix", "orderBy", "descending", "nextToken", "limit");
        Add(
            "GetLogEvents", input => LogEventsRead.Get(logs, Group(logs, input), input),
            "logGroupName", "logGroupIdentifier", "logStreamName", "startTime", "endTime", "nextToken", "limit", "startFromHead", "unmask");
        Add(
            "FilterLogEvents", input => LogEventsRead.Filter(logs, Group(logs, input), input),
            "logGroupName", "logGroupIdentifier", "logStreamNames", "logStreamNamePrefix", "startTime", "endTime", "filterPattern", "nextToken", "limit",
            "interleaved", "unmask");
        return api;

        void Add(string operation, Func<JsonObject, JsonObject> handler, params string[] members) => api.Add(operation, (request, _) =>
        {
            request.Input.RefuseOthers(operation, "InvalidParameterException", members);
            return Task.FromResult<AwsResponse>(handler(request.Input));
        });
    }

    internal static AwsException Invalid(string message) => new("InvalidParameterException", message);

    internal static int Limit(JsonObject input, int most) => input.Integer("limit") switch
    {
        null => most,
        { } limit when limit >= 1 && limit <= most => limit,
        { } limit => throw Invalid($"1 validation error detected: Value '{limit}' at 'limit' failed to satisfy constraint: Member must have value from 1 to {most}"),
    };

    private static JsonObject DescribeLogGroups(LogStore logs, JsonObject input)
    {
        var prefix = input.Text("logGroupNamePrefix") ?? "";
        var part = input.Text("logGroupNamePattern") ?? "";
        if (prefix.Length > 0 && part.Length > 0)
        {
            throw Invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
        }

        var groups = logs.Groups
            .Where(group => group.Name.StartsWith(prefix, StringComparison.Ordinal) && group.Name.Contains(part, StringComparison.OrdinalIgnoreCase));
        return Page("logGroups", groups, group => group.Name, input, group => GroupShape(logs, group));
    }

    private static JsonObject DescribeLogStreams(LogStore logs, JsonObject input)
    {
        var group = Group(logs, input);
        var prefix = input.Text("logStreamNamePrefix");
        var byTime = input.Text("orderBy") switch
        {
            null or "LogStreamName" => false,
            "LastEventTime" when prefix is null => true,
            "LastEventTime" => throw Invalid("Cannot order by LastEventTime with a logStreamNamePrefix."),
            var other => throw Invalid($"orderBy is '{other}': it must be LogStreamName or LastEventTime."),
        };
        var streams = group.Streams.Where(stream => prefix is null || stream.Name.StartsWith(prefix, StringComparison.Ordinal));
        if (byTime)
        {
            streams = streams.OrderBy(stream => stream.Events is [.., var last] ? last.Timestamp : stream.Created);
        }

        streams = input.Flag("descending") is true ? streams.Reverse() : streams;
        return Page("logStreams", streams, stream => stream.Name, input, stream => StreamShape(group, stream));
    }

    // The token is the name that the page starts after, in the order asked for.
    private static JsonObject Page<T>(string member, IEnumerable<T> items, Func<T, string> name, JsonObject input, Func<T, JsonObject> shape)
    {
        var token = input.Text("nextToken");
        var rest = (token is null ? items : items.SkipWhile(item => name(item) != token).Skip(1)).ToList();
        var page = rest.Take(Limit(input, 50)).ToList();
        var output = new JsonObject { [member] = new JsonArray([.. page.Select(shape)]) };
        if (page.Count < rest.Count)
        {
            output["nextToken"] = name(page[^1]);
        }

        return output;
    }

    private static LogGroup Group(LogStore logs, JsonObject input)
    {
        var named = (input.Text("logGroupName"), input.Text("logGroupIdentifier")) switch
        {
            ({ } name, null) => name,
            (null, { } identifier) => identifier.Split(":log-group:")[^1].TrimEnd('*').TrimEnd(':'),
            _ => throw Invalid("Exactly one of logGroupName and logGroupIdentifier must be given."),
        };
        return logs.Group(named);
    }

    private static JsonObject GroupShape(LogStore logs, LogGroup group)
    {
        var shape = new JsonObject
        {
            ["logGroupName"] = group.Name,
            ["creationTime"] = group.Created.ToUnixTimeMilliseconds(),
            ["metricFilterCount"] = 0,
            ["arn"] = $"{group.Arn}:*",
            ["logGroupArn"] = group.Arn,
            ["logGroupClass"] = "STANDARD",
            ["storedBytes"] = logs.Kept(group, group.Streams).Sum(one => (long)one.Message.Length),
        };
        if (group.RetentionInDays is { } days)
        {
            shape["retentionInDays"] = days;
        }

        return shape;
    }

    private static JsonObject StreamShape(LogGroup group, LogStream stream)
    {
        var shape = new JsonObject
        {
            ["logStreamName"] = stream.Name,
            ["creationTime"] = stream.Created.ToUnixTimeMilliseconds(),
            ["arn"] = $"{group.Arn}:log-stream:{stream.Name}",
            ["storedBytes"] = 0,
        };
        if (stream.Events is [var first, ..] events)
        {
            shape["firstEventTimestamp"] = first.Timestamp.ToUnixTimeMilliseconds();
            shape["lastEventTimestamp"] = events[^1].Timestamp.ToUnixTimeMilliseconds();
            shape["lastIngestionTime"] = events[^1].Ingested.ToUnixTimeMilliseconds();
        }

        return shape;
    }
}
