using System.Text.Json.Nodes;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.EndToEnd;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.Ops.Feedback;

/// <summary>ses-ops feedback, on dead letters that came about by real failures of the handler and of SNS.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class FeedbackCommandTests(FeedbackCloud cloud)
{
    private const string Stack = "feedback";

    [Fact]
    public async Task What_the_handler_could_not_process_is_shown_and_redriven_once_it_can()
    {
        var mail = await cloud.SentAsync();
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["suppressionTable"], DynamoDbFault.Throttling))
        {
            await cloud.PublishAsync(mail.Bounce(), mail.Complaint());
            await cloud.ExhaustRetriesAsync();
        }

        var shown = await RunAsync("show");
        Assert.Equal((1, 2), (shown.ExitCode, Count(shown, "waiting")));
        var letter = Letters(shown).Single(letter => (string?)letter["messages"]![0]!["event"] == "Bounce");
        Assert.Equal(("unprocessed", mail.SendId, mail.To[0]), ((string)letter["queue"]!, (string?)letter["messages"]![0]!["sendId"], (string?)letter["messages"]![0]!["recipients"]![0]));
        Assert.StartsWith("RetriesExhausted: SuppressionListUnavailable: ", (string)letter["why"]!, StringComparison.Ordinal);

        var dry = await RunAsync("redrive", "--dry-run", "--queue", "unprocessed");
        Assert.Equal((0, 2, 0), (dry.ExitCode, Count(dry, "waiting"), Count(dry, "replayed")));
        Assert.Empty(await cloud.Stack.SuppressionsAsync(mail.To[0]));

        var redriven = await RunAsync("redrive", "--queue", "unprocessed");
        Assert.Equal((0, 2), (redriven.ExitCode, Count(redriven, "replayed")));
        await cloud.ProcessedAsync();
        Assert.Equal(["BOUNCE", "COMPLAINT"], (await cloud.Stack.SuppressionsAsync(mail.To[0])).Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Complained", (await cloud.FateAsync(mail))!.Value.Fate);

        var after = await RunAsync("show");
        Assert.Equal((0, 0), (after.ExitCode, Letters(after).Count));
        Assert.Equal(0, Total("unprocessedFeedbackQueueUrl"));
    }

    [Fact]
    public async Task What_comes_back_during_the_run_is_left_and_goes_through_when_the_cause_is_mended()
    {
        var mail = await cloud.SentAsync();
        var statement = Assert.Single(cloud.Cloud.Lambda.Find(cloud.Handler).Policy);
        cloud.Cloud.Lambda.RemovePermission(cloud.Handler, statement.StatementId);
        try
        {
            await cloud.TakeInAsync(mail.Bounce());

            // SNS, refused by Lambda, puts the replay back into the queue at once.
            var vain = await RunAsync("redrive", "--queue", "undelivered");
            Assert.Equal((1, 1, 1), (vain.ExitCode, Count(vain, "replayed"), Count(vain, "again")));
            Assert.Equal(1, Total("undeliveredFeedbackQueueUrl"));
        }
        finally
        {
            cloud.Cloud.Lambda.AddPermission(cloud.Handler, statement);
        }

        var redriven = await RunAsync("redrive", "--queue", "undelivered");
        Assert.Equal((0, 1), (redriven.ExitCode, Count(redriven, "replayed")));
        await cloud.ProcessedAsync();
        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Equal(0, Total("undeliveredFeedbackQueueUrl"));
    }

    [Fact]
    public async Task Killed_between_publishing_and_deleting_it_loses_nothing_and_counts_nothing_twice()
    {
        var mail = await cloud.SentAsync();
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 0);
        await cloud.TakeInAsync(mail.Bounce());
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);

        await using (var gate = await QueueGate.StartAsync(cloud.Cloud.Endpoint))
        {
            var killed = await OpsRun.RunAsync(
                gate.Endpoint, Stack, process => gate.Reached.ContinueWith(_ => process.Kill(), TaskScheduler.Default), "feedback", "redrive", "--queue", "unprocessed");
            Assert.True(gate.Reached.IsCompletedSuccessfully, killed.Errors);
            Assert.Equal(137, killed.ExitCode);
        }

        await cloud.ProcessedAsync();
        Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0]));
        Assert.Equal(1, Total("unprocessedFeedbackQueueUrl"));

        cloud.Cloud.Clock.Advance(TimeSpan.FromMinutes(3));
        var second = await RunAsync("redrive", "--queue", "unprocessed");
        Assert.Equal((0, 1), (second.ExitCode, Count(second, "replayed")));
        await cloud.ProcessedAsync();
        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Equal(0, Total("unprocessedFeedbackQueueUrl"));
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_and_does_not_keep_the_rest_back()
    {
        var mail = await cloud.SentAsync();
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 0);
        await cloud.TakeInAsync("garbage", mail.Bounce());
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);

        var run = await RunAsync("redrive", "--queue", "unprocessed");

        Assert.Equal((1, 1, 1), (run.ExitCode, Count(run, "replayed"), Count(run, "left")));
        Assert.Contains("can't be read as SES feedback", (string)Letters(run).Single(letter => (string?)letter["outcome"] == "left")["problem"]!, StringComparison.Ordinal);
        await cloud.ProcessedAsync();
        Assert.Equal("Bounced", (await cloud.FateAsync(mail))!.Value.Fate);

        // Handed back at once: the next look sees it.
        Assert.Equal("garbage", (string?)JsonNode.Parse(Assert.Single(await cloud.UnprocessedAsync()))!["requestPayload"]!["Records"]![0]!["Sns"]!["Message"]);
    }

    [Fact]
    public async Task What_SNS_does_not_take_stays_and_is_handed_back()
    {
        var mail = await cloud.SentAsync();
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 0);
        await cloud.TakeInAsync(mail.Bounce());
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);

        await using (var broken = await QueueGate.StartAsync(cloud.Cloud.Endpoint, refusePublish: true))
        {
            var run = await OpsRun.JsonAsync(broken.Endpoint, Stack, "feedback", "redrive", "--queue", "unprocessed");
            Assert.Equal((3, ""), (run.ExitCode, run.Output));
            Assert.Contains("AuthorizationError", run.Errors, StringComparison.Ordinal);
        }

        var again = await RunAsync("redrive", "--queue", "unprocessed");
        Assert.Equal((0, 1), (again.ExitCode, Count(again, "replayed")));
        await cloud.ProcessedAsync();
        Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0]));
    }

    [Fact]
    public async Task Max_ends_it_and_says_so()
    {
        var (one, two) = (await cloud.SentAsync(), await cloud.SentAsync());
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 0);
        await cloud.TakeInAsync(one.Bounce(), two.Bounce());
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);

        var first = await RunAsync("redrive", "--queue", "unprocessed", "--max", "1");
        Assert.Equal((0, 1, true), (first.ExitCode, Count(first, "replayed"), (bool)first.Json["stopped"]!));
        var text = await OpsRun.TextAsync(cloud.Cloud.Endpoint, Stack, "feedback", "redrive", "--queue", "unprocessed");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("1 replayed.", text.Output, StringComparison.Ordinal);

        await cloud.ProcessedAsync();
        Assert.Single(await cloud.Stack.SuppressionsAsync(one.To[0]));
        Assert.Single(await cloud.Stack.SuppressionsAsync(two.To[0]));
    }

    [Fact]
    public async Task Queues_that_are_not_there_could_not_be_asked()
    {
        var run = await OpsRun.TextAsync(cloud.Cloud.Endpoint, "nowhere", "feedback", "show");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("There is no queue ses-feedback-undelivered-nowhere", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--queue", "none")]
    [InlineData("--max", "0")]
    public async Task Wrong_usage_ends_with_2(params string[] arguments) =>
        Assert.Equal(2, (await OpsRun.TextAsync("http://127.0.0.1:1", Stack, ["feedback", "redrive", .. arguments])).ExitCode);

    private Task<OpsRun> RunAsync(params string[] arguments) => OpsRun.JsonAsync(cloud.Cloud.Endpoint, Stack, ["feedback", .. arguments]);

    private int Total(string output)
    {
        var (waiting, inFlight, delayed) = cloud.Cloud.Queues.Named(cloud.Stack.Stack.Outputs[output].Split('/')[^1]).Count();
        return waiting + inFlight + delayed;
    }

    private static List<JsonNode> Letters(OpsRun run) => [.. run.Json["letters"]!.AsArray().Select(letter => letter!)];

    private static int Count(OpsRun run, string member) => (int)run.Json[member]!;
}
