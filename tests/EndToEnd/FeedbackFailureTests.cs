using System.Text.Json.Nodes;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>No feedback is lost: what fails is tried again, and what can't be delivered or processed lies in a dead-letter queue, from where it can be sent again.</summary>
[Collection(FeedbackCollection.Name)]
public sealed class FeedbackFailureTests(FeedbackCloud cloud)
{
    /// <summary>SNS's limit, in octets.</summary>
    private const int LargestMessage = 256 * 1024;

    private static readonly string[] Garbage =
    [
        "hello",
        " ",
        "null",
        "[]",
        "{}",
        "{\"eventType\": \"Bounce\"",
        "\"Bounce\"",
        """{"eventType": "Bounce", "mail": {"messageId": "m"}}""",
        """{"eventType": "Bounce", "mail": {"messageId": "m"}, "bounce": {"bounceType": "Permanent", "bouncedRecipients": "all"}}""",
        """{"eventType": "Bounce", "mail": {"messageId": "m"}, "bounce": {"bounceType": "Permanent", "bouncedRecipients": []}}""",
        """{"eventType": "Bounce", "mail": {"messageId": "m"}, "bounce": {"bounceType": "Forever", "bouncedRecipients": [{"emailAddress": "a@example.org"}]}}""",
        """{"eventType": "Complaint", "mail": {"messageId": "m"}, "complaint": {"complainedRecipients": [{}]}}""",
        """{"eventType": "EventOfTomorrow", "mail": {"messageId": "m"}}""",
        """{"Type": "Notification", "Message": "{}"}""",
        new string('[', 2_000),
        new string('"', LargestMessage),
    ];

    [Fact]
    public async Task Garbage_ends_in_the_unprocessed_queue_and_the_rest_is_processed()
    {
        var (before, among) = (await cloud.SentAsync(), await cloud.SentAsync());
        await cloud.PublishAsync([before.Bounce(), .. Garbage.Take(8), among.Complaint(), .. Garbage.Skip(8)]);

        Assert.Equal(Garbage.Length, await cloud.PassToRetriesAsync(1));
        Assert.Equal(("Bounced", "Complained"), ((await cloud.FateAsync(before))!.Value.Fate, (await cloud.FateAsync(among))!.Value.Fate));
        Assert.Empty(await cloud.UnprocessedAsync());

        Assert.Equal(Garbage.Length, await cloud.PassToRetriesAsync(2));
        await cloud.ProcessedAsync();
        var dead = (await cloud.UnprocessedAsync()).Select(body => JsonNode.Parse(body)!).ToList();
        Assert.Equal(Garbage.Order(StringComparer.Ordinal), dead.Select(Message).Order(StringComparer.Ordinal));
        Assert.All(dead, record => Assert.Equal("UnreadableFeedback", (string?)record["responsePayload"]!["errorType"]));
        Assert.Empty(await cloud.UndeliveredAsync());
    }

    [Fact]
    public async Task In_a_batch_all_but_the_garbage_is_processed()
    {
        var (first, last) = (await cloud.SentAsync(), await cloud.SentAsync());

        await InvokeAsync(first.Bounce(), "garbage", "", last.Complaint());

        Assert.Equal(1, await cloud.PassToRetriesAsync(1));
        Assert.Equal(("Bounced", "Complained"), ((await cloud.FateAsync(first))!.Value.Fate, (await cloud.FateAsync(last))!.Value.Fate));
        await cloud.PassToRetriesAsync(2);
        await cloud.ProcessedAsync();
        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(first.To[0])).Value["count"].N);
        Assert.Single(await cloud.UnprocessedAsync());
    }

    [Fact]
    public async Task One_recipient_that_cannot_be_read_does_not_cost_the_others()
    {
        var mail = await cloud.SentAsync();

        await cloud.PublishAsync(mail.Bounce(recipients: [" ", mail.To[0]]));
        await cloud.ExhaustRetriesAsync();

        Assert.Equal(["BOUNCE"], (await cloud.Stack.SuppressionsAsync(mail.To[0])).Keys);
        Assert.Equal("Bounced", (await cloud.FateAsync(mail))!.Value.Fate);
        Assert.Single(await cloud.UnprocessedAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"Records": []}""")]
    [InlineData("""{"Records": [null]}""")]
    [InlineData("""{"Type": "Notification", "MessageId": "m", "Message": "{}"}""")]
    public async Task An_invocation_without_a_message_is_no_success(string payload)
    {
        await cloud.Cloud.Lambda.EnqueueAsync(cloud.Handler, payload, TestContext.Current.CancellationToken);
        await cloud.ExhaustRetriesAsync();

        Assert.Single(await cloud.UnprocessedAsync());
    }

    [Fact]
    public async Task A_mail_server_that_answers_without_end_is_heard()
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.Bounce(diagnostic: new string('<', 100_000)));

        Assert.Equal(["BOUNCE"], (await cloud.Stack.SuppressionsAsync(mail.To[0])).Keys);
        var fate = await cloud.FateAsync(mail);
        Assert.StartsWith("Permanent/General: <<<", fate!.Value.Reason, StringComparison.Ordinal);
        Assert.InRange(fate.Value.Reason!.Length, 500, 1_100);
    }

    [Fact]
    public async Task A_feedback_id_that_is_empty_is_as_good_as_none()
    {
        var mail = await cloud.SentAsync();

        await cloud.TakeInAsync(mail.Bounce(feedbackId: ""), mail.Bounce(feedbackId: ""));

        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
    }

    [Fact]
    public async Task Feedback_for_a_deleted_function_lies_in_the_undelivered_queue_and_can_be_sent_again()
    {
        var mail = await cloud.SentAsync();
        var function = cloud.Cloud.Lambda.Find(cloud.Handler);
        await cloud.Cloud.Lambda.DeleteAsync(cloud.Handler);

        await cloud.TakeInAsync(mail.Bounce(), mail.Complaint());

        var dead = await cloud.UndeliveredAsync();
        Assert.Equal(2, dead.Count);
        Assert.Null(await cloud.FateAsync(mail));

        cloud.Cloud.Lambda.Create(function.Configuration);
        cloud.Cloud.Lambda.PutEventInvokeConfig(cloud.Handler, function.EventInvokeConfig);
        foreach (var statement in function.Policy)
        {
            cloud.Cloud.Lambda.AddPermission(cloud.Handler, statement);
        }

        await SendAgainAsync(dead, mail);
    }

    [Fact]
    public async Task Feedback_that_SNS_may_not_hand_over_lies_in_the_undelivered_queue_and_can_be_sent_again()
    {
        var mail = await cloud.SentAsync();
        var statement = Assert.Single(cloud.Cloud.Lambda.Find(cloud.Handler).Policy);
        cloud.Cloud.Lambda.RemovePermission(cloud.Handler, statement.StatementId);

        await cloud.TakeInAsync(mail.Bounce(), mail.Complaint());

        var dead = await cloud.UndeliveredAsync();
        Assert.Equal(2, dead.Count);
        Assert.Null(await cloud.FateAsync(mail));
        cloud.Cloud.Lambda.AddPermission(cloud.Handler, statement);
        await SendAgainAsync(dead, mail);
    }

    [Fact]
    public async Task Feedback_for_a_function_that_is_switched_off_lies_in_the_unprocessed_queue_and_can_be_sent_again()
    {
        var mail = await cloud.SentAsync();
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 0);

        await cloud.TakeInAsync(mail.Bounce(), mail.Complaint());

        var dead = await cloud.UnprocessedAsync();
        Assert.Equal(2, dead.Count);
        Assert.Null(await cloud.FateAsync(mail));
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);
        await SendAgainAsync(dead, mail);
    }

    [Fact]
    public async Task Feedback_for_a_busy_function_is_processed_when_there_is_room()
    {
        var mails = new[] { await cloud.SentAsync(), await cloud.SentAsync(), await cloud.SentAsync(), await cloud.SentAsync() };
        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, 1);

        await cloud.TakeInAsync(mails.Select(mail => mail.Bounce()));

        cloud.Cloud.Lambda.ReserveConcurrency(cloud.Handler, null);
        Assert.All(await Task.WhenAll(mails.Select(cloud.FateAsync)), fate => Assert.Equal("Bounced", fate!.Value.Fate));
        Assert.Empty(await cloud.UnprocessedAsync());
    }

    [Theory]
    [InlineData("suppressionTable", DynamoDbFault.ServerError)]
    [InlineData("suppressionTable", DynamoDbFault.Throttling)]
    [InlineData("sendLedger", DynamoDbFault.ServerError)]
    [InlineData("sendLedger", DynamoDbFault.Throttling)]
    public async Task Feedback_during_an_outage_is_tried_again_and_counted_once(string table, DynamoDbFault fault)
    {
        var mail = await cloud.SentAsync();
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs[table], fault))
        {
            await cloud.PublishAsync(mail.Bounce());
            Assert.Equal(1, await cloud.PassToRetriesAsync(1));
            Assert.Equal(1, await cloud.PassToRetriesAsync(2, thenAdvance: false));
        }

        cloud.Cloud.Clock.Advance(TimeSpan.FromMinutes(2));
        await cloud.ProcessedAsync();

        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Equal("Bounced", (await cloud.FateAsync(mail))!.Value.Fate);
        Assert.Empty(await cloud.UnprocessedAsync());
    }

    [Theory]
    [InlineData("suppressionTable")]
    [InlineData("sendLedger")]
    public async Task A_write_whose_answer_is_lost_counts_once(string table)
    {
        var mail = await cloud.SentAsync();
        using var lost = cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs[table], DynamoDbFault.LostAnswer, times: 2, "UpdateItem");

        await cloud.TakeInAsync(mail.Bounce());

        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Equal("Bounced", (await cloud.FateAsync(mail))!.Value.Fate);
    }

    [Fact]
    public async Task A_handler_that_dies_halfway_finishes_the_next_time()
    {
        var mail = await cloud.SentAsync();
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["sendLedger"], DynamoDbFault.NoAnswer))
        {
            await cloud.PublishAsync(mail.Bounce());
            await Until.IsAsync(() => cloud.Stack.SuppressionsAsync(mail.To[0]), rows => rows.Count == 1, TimeSpan.FromSeconds(30), "the suppression");
            foreach (var process in FunctionProcesses.Of(cloud.Cloud, cloud.Handler))
            {
                process.Kill();
            }

            Assert.Equal(1, await cloud.PassToRetriesAsync(1, thenAdvance: false));
        }

        cloud.Cloud.Clock.Advance(TimeSpan.FromMinutes(1));

        // An idle environment was killed as well; where Lambda has not noticed yet, it learns by the second attempt.
        await cloud.PassToRetriesAsync(2);
        await cloud.ProcessedAsync();

        Assert.Equal("1", Assert.Single(await cloud.Stack.SuppressionsAsync(mail.To[0])).Value["count"].N);
        Assert.Equal("Bounced", (await cloud.FateAsync(mail))!.Value.Fate);
    }

    [Fact]
    public async Task An_outage_beyond_all_retries_leaves_dead_letters_that_process_cleanly_when_sent_again()
    {
        var mail = await cloud.SentAsync();
        IReadOnlyList<string> dead;
        using (cloud.Cloud.DynamoDb.Faults.Fail(cloud.Stack.Stack.Outputs["suppressionTable"], DynamoDbFault.Throttling))
        {
            await cloud.PublishAsync(mail.Bounce(), mail.Complaint());
            await cloud.ExhaustRetriesAsync();
            dead = await cloud.UnprocessedAsync();
        }

        Assert.Equal(2, dead.Count);
        Assert.Empty(await cloud.Stack.SuppressionsAsync(mail.To[0]));
        await SendAgainAsync(dead, mail);
    }

    /// <summary>The SNS message of a dead letter: of SNS's own envelope, or of the event that Lambda gave up.</summary>
    private static string Message(JsonNode dead) => (string)(dead["Message"] ?? dead["requestPayload"]!["Records"]![0]!["Sns"]!["Message"])!;

    private async Task SendAgainAsync(IReadOnlyList<string> dead, SampleMail mail)
    {
        await cloud.TakeInAsync(dead.Select(body => Message(JsonNode.Parse(body)!)));

        Assert.Equal(["BOUNCE", "COMPLAINT"], (await cloud.Stack.SuppressionsAsync(mail.To[0])).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("Complained", "abuse"), await cloud.FateAsync(mail));
        Assert.Empty(await cloud.UnprocessedAsync());
        Assert.Empty(await cloud.UndeliveredAsync());
    }

    private Task InvokeAsync(params string[] messages) => cloud.Cloud.Lambda.EnqueueAsync(
        cloud.Handler,
        new JsonObject
        {
            ["Records"] = new JsonArray([.. messages.Select((message, number) => new JsonObject
            {
                ["EventSource"] = "aws:sns",
                ["EventVersion"] = "1.0",
                ["Sns"] = new JsonObject { ["Type"] = "Notification", ["MessageId"] = $"message-{number}", ["Message"] = message, ["Timestamp"] = SampleMail.Time(TimeSpan.FromSeconds(3)) },
            })]),
        }.ToJsonString(),
        TestContext.Current.CancellationToken);
}
