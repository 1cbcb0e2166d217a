using Amazon.DynamoDBv2.Model;
using SesCompliance.Local;
using SesCompliance.Local.Ses;
using SesCompliance.Tests.EndToEnd.Samples;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>A cloud of their own for tests that break things and move the clock. As it ends, all that the functions logged is read through.</summary>
public class FeedbackCloud : IAsyncLifetime
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    public Cloud Cloud { get; private set; } = null!;

    public StackClient Stack { get; private set; } = null!;

    public string Handler => $"ses-notification-handler-{Stack.Stack.Settings.Stack}";

    protected virtual SesOptions Ses => new();

    protected virtual int AwaitFeedbackSeconds => 600;

    public virtual async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Ses = Ses, Warn = _ => { } }, CancellationToken.None);
        Stack = await TestStack.DeployAsync(Cloud, "feedback", ("awaitFeedbackSeconds", $"{AwaitFeedbackSeconds}"));
        // What SES publishes when the topic becomes a destination.
        await ProcessedAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Stack?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
            LogAudit.Check(Cloud.Logs);
        }
    }

    /// <summary>Publishes on the feedback topic; the deliveries go on.</summary>
    public async Task PublishAsync(params IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await Cloud.Topics.PublishAsync(
                Stack.Stack.Outputs["feedbackTopicArn"], message, "Amazon SES Email Event Notification", TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Publishes, and waits until all of it is processed.</summary>
    public async Task TakeInAsync(params IEnumerable<string> messages)
    {
        await PublishAsync(messages);
        await ProcessedAsync();
    }

    public async Task ProcessedAsync()
    {
        await Cloud.Topics.IdleAsync(TestContext.Current.CancellationToken);
        await Until.IsAsync(() => Task.FromResult(Pending()), pending => pending is "", Deadline, "the handler to process everything");
    }

    /// <summary>Waits until the handler has failed with everything that is left, then moves the clock to the next attempts.</summary>
    /// <param name="attempt">Which attempt that is, from 1.</param>
    /// <returns>How many are left.</returns>
    public async Task<int> PassToRetriesAsync(int attempt, bool thenAdvance = true)
    {
        await Cloud.Topics.IdleAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(
            () => Cloud.Lambda.PendingEvents.All(pending => pending.NextAttempt is not null && pending.InvokeCount == attempt), Deadline, $"attempt {attempt} to be over");
        var left = Cloud.Lambda.PendingEvents;
        if (thenAdvance && left.Count > 0)
        {
            Cloud.Clock.Advance(left.Max(pending => pending.NextAttempt!.Value) - Cloud.Clock.GetUtcNow());
        }

        return left.Count;
    }

    /// <summary>Lets the handler fail three times, until Lambda gives up what it can't process.</summary>
    public async Task ExhaustRetriesAsync()
    {
        await PassToRetriesAsync(1);
        await PassToRetriesAsync(2);
        await ProcessedAsync();
    }

    /// <summary>Takes the messages out of one of the stack's queues.</summary>
    /// <param name="output">The stack output that has the queue's URL.</param>
    public async Task<IReadOnlyList<string>> DrainAsync(string output)
    {
        var queue = Cloud.Queues.Named(Stack.Stack.Outputs[output].Split('/')[^1]);
        var bodies = new List<string>();
        while (await queue.ReceiveAsync(10, null, TimeSpan.Zero, TestContext.Current.CancellationToken) is { Count: > 0 } received)
        {
            bodies.AddRange(received.Select(one => one.Message.Body));
            foreach (var one in received)
            {
                queue.Delete(one.ReceiptHandle);
            }
        }

        return bodies;
    }

    /// <summary>What Lambda gave up, as the on-failure destination keeps it.</summary>
    public Task<IReadOnlyList<string>> UnprocessedAsync() => DrainAsync("unprocessedFeedbackQueueUrl");

    /// <summary>What SNS could not hand to Lambda.</summary>
    public Task<IReadOnlyList<string>> UndeliveredAsync() => DrainAsync("undeliveredFeedbackQueueUrl");

    /// <summary>Enters a mail into the ledger as SendEmail leaves it, without SES telling anything by itself.</summary>
    public async Task SentAsync(SampleMail mail) => await Stack.Clients.DynamoDb.PutItemAsync(
        new PutItemRequest
        {
            TableName = Stack.Stack.Outputs["sendLedger"],
            Item = new()
            {
                ["sendId"] = new AttributeValue(mail.SendId),
                ["status"] = new AttributeValue("SENT"),
                ["requestHash"] = new AttributeValue("hash"),
                ["claim"] = new AttributeValue("claim"),
                ["claimedAt"] = new AttributeValue(SampleMail.Time(TimeSpan.FromMilliseconds(-80))),
                ["to"] = new AttributeValue(mail.To[0]),
                ["messageId"] = new AttributeValue(mail.MessageId),
                ["sentAt"] = new AttributeValue(SampleMail.Time(TimeSpan.Zero)),
                ["version"] = new AttributeValue { N = "2" },
                ["ttl"] = new AttributeValue { N = $"{SampleMail.SentAt.AddDays(3_650).ToUnixTimeSeconds()}" },
            },
        },
        TestContext.Current.CancellationToken);

    /// <summary>A new mail to one new address, in the ledger.</summary>
    public async Task<SampleMail> SentAsync(string user = "user")
    {
        var mail = SampleMail.New(user);
        await SentAsync(mail);
        return mail;
    }

    /// <summary>The fate and its reason in the ledger; null where none is known.</summary>
    public async Task<(string Fate, string? Reason)?> FateAsync(SampleMail mail)
    {
        var row = await Stack.LedgerRowAsync(mail.SendId!);
        return row is not null && row.TryGetValue("fate", out var fate) ? (fate.S, row.GetValueOrDefault("fateReason")?.S) : null;
    }

    private string Pending() => string.Join(", ", Cloud.Lambda.PendingEvents.Select(pending => $"{pending.RequestId} after {pending.InvokeCount} attempts"));
}

/// <summary>One cloud for the tests of feedback, which run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class FeedbackCollection : ICollectionFixture<FeedbackCloud>
{
    public const string Name = "feedback";
}
