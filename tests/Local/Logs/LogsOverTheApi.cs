using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Logs;
using SesCompliance.Local.Wire;

namespace SesCompliance.Tests.Local.Logs;

public sealed class LogsOverTheApi
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock = new(Start);
    private readonly LogStore logs;

    public LogsOverTheApi()
    {
        logs = new LogStore(clock);
        logs.CreateGroup("/aws/lambda/send", retentionInDays: 14);
        for (var i = 1; i <= 5; i++)
        {
            logs.Append("/aws/lambda/send", i % 2 == 0 ? "even" : "odd", $"message {i}\n");
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Groups_are_described()
    {
        logs.CreateGroup("/other");

        var group = Assert.Single((await CallAsync("DescribeLogGroups", ("logGroupNamePrefix", "/aws/")))["logGroups"]!.AsArray())!;

        Assert.Equal("arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/send:*", (string?)group["arn"]);
        Assert.Equal(14, (int?)group["retentionInDays"]);
        Assert.Equal(Start.ToUnixTimeMilliseconds(), (long?)group["creationTime"]);
    }

    [Fact]
    public async Task Groups_come_in_pages()
    {
        logs.CreateGroup("/other");

        var first = await CallAsync("DescribeLogGroups", ("limit", 1));
        var second = await CallAsync("DescribeLogGroups", ("limit", 1), ("nextToken", (string)first["nextToken"]!));

        Assert.Equal(["/aws/lambda/send", "/other"], new[] { first, second }.Select(page => (string?)page["logGroups"]![0]!["logGroupName"]));
        Assert.Null(second["nextToken"]);
    }

    [Fact]
    public async Task Streams_are_described_by_name_or_latest_first()
    {
        var byName = await CallAsync("DescribeLogStreams", ("logGroupName", "/aws/lambda/send"));
        var latest = await CallAsync("DescribeLogStreams", ("logGroupIdentifier", "arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/send:*"), ("orderBy", "LastEventTime"), ("descending", true));

        Assert.Equal(["even", "odd"], Names(byName));
        Assert.Equal(["odd", "even"], Names(latest));
        Assert.Equal(Start.AddSeconds(4).ToUnixTimeMilliseconds(), (long?)latest["logStreams"]![0]!["lastEventTimestamp"]);

        static IEnumerable<string?> Names(JsonObject page) => page["logStreams"]!.AsArray().Select(stream => (string?)stream!["logStreamName"]);
    }

    [Fact]
    public async Task Stream_is_read_to_its_end_forwards()
    {
        (string, JsonNode)[] read = [("logGroupName", "/aws/lambda/send"), ("logStreamName", "odd"), ("startFromHead", true), ("limit", 2)];
        var first = await CallAsync("GetLogEvents", read);
        var second = await CallAsync("GetLogEvents", [.. read, ("nextToken", (string)first["nextForwardToken"]!)]);
        var end = await CallAsync("GetLogEvents", [.. read, ("nextToken", (string)second["nextForwardToken"]!)]);

        Assert.Equal(["message 1\n", "message 3\n"], Messages(first));
        Assert.Equal(["message 5\n"], Messages(second));
        Assert.Empty(Messages(end));
        Assert.Equal((string?)second["nextForwardToken"], (string?)end["nextForwardToken"]);
    }

    [Fact]
    public async Task Stream_is_read_from_its_latest_event_backwards()
    {
        (string, JsonNode)[] read = [("logGroupName", "/aws/lambda/send"), ("logStreamName", "odd"), ("limit", 2)];
        var first = await CallAsync("GetLogEvents", read);
        var second = await CallAsync("GetLogEvents", [.. read, ("nextToken", (string)first["nextBackwardToken"]!)]);

        Assert.Equal(["message 3\n", "message 5\n"], Messages(first));
        Assert.Equal(["message 1\n"], Messages(second));
    }

    [Fact]
    public async Task Group_is_searched_across_its_streams_in_time_order()
    {
        var page = await CallAsync("FilterLogEvents", ("logGroupName", "/aws/lambda/send"), ("filterPattern", "message -3"), ("interleaved", true));

        Assert.Equal(["message 1\n", "message 2\n", "message 4\n", "message 5\n"], Messages(page));
        Assert.Equal(["odd", "even", "even", "odd"], page["events"]!.AsArray().Select(one => (string?)one!["logStreamName"]));
    }

    [Fact]
    public async Task Search_goes_on_where_its_page_ended()
    {
        (string, JsonNode)[] search = [("logGroupName", "/aws/lambda/send"), ("limit", 3)];
        var first = await CallAsync("FilterLogEvents", search);
        var second = await CallAsync("FilterLogEvents", [.. search, ("nextToken", (string)first["nextToken"]!)]);

        Assert.Equal(["message 1\n", "message 2\n", "message 3\n"], Messages(first));
        Assert.Equal(["message 4\n", "message 5\n"], Messages(second));
        Assert.Null(second["nextToken"]);
    }

    [Fact]
    public async Task Search_keeps_to_the_times_and_streams_asked_for()
    {
        var page = await CallAsync(
            "FilterLogEvents",
            ("logGroupName", "/aws/lambda/send"), ("startTime", Start.AddSeconds(1).ToUnixTimeMilliseconds()), ("endTime", Start.AddSeconds(3).ToUnixTimeMilliseconds()),
            ("logStreamNames", new JsonArray("even")));

        Assert.Equal(["message 2\n", "message 4\n"], Messages(page));
    }

    [Fact]
    public async Task Events_older_than_the_retention_are_gone()
    {
        clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(2));

        Assert.Equal(["message 4\n", "message 5\n"], Messages(await CallAsync("FilterLogEvents", ("logGroupName", "/aws/lambda/send"))));
    }

    [Theory]
    [InlineData("FilterLogEvents", "ResourceNotFoundException", "The specified log group does not exist.")]
    [InlineData("DescribeLogStreams", "ResourceNotFoundException", "The specified log group does not exist.")]
    public async Task Unknown_group_is_refused(string operation, string code, string message)
    {
        var refusal = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, ("logGroupName", "/nothing")));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Unknown_member_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<AwsException>(() => CallAsync("DescribeLogGroups", ("includeLinkedAccounts", true)));

        Assert.Contains("includeLinkedAccounts", refusal.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Messages(JsonObject page) => page["events"]!.AsArray().Select(one => (string?)one!["message"]);

    private async Task<JsonObject> CallAsync(string operation, params (string Name, JsonNode Value)[] members)
    {
        var input = new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Value.DeepClone()))).ToJsonString();
        var request = new AwsRequest(operation, JsonNode.Parse(input)!.AsObject(), CredentialStore.Operator, "request");
        return (await LogsApi.Create(logs).Operations[operation](request, TestContext.Current.CancellationToken)).Output;
    }
}
