using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;

namespace SesCompliance.Tests.Local.Sns;

/// <summary>SNS with a function, queues and an outbox that record, on a clock that stands still.</summary>
internal sealed class SnsWorld : IAsyncDisposable
{
    public const string Function = "arn:aws:lambda:us-east-1:000000000000:function:handler";
    public const string DeadLetterQueue = "arn:aws:sqs:us-east-1:000000000000:dead";

    public SnsWorld(SnsOptions? options = null) => Topics = new Topics(Time, new Random(1), Lambda, Queues, Outbox, options: options);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public RecordingLambda Lambda { get; } = new();

    public RecordingQueues Queues { get; } = new();

    public Outbox Outbox { get; } = new();

    public Topics Topics { get; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Topic Topic(string name = "feedback") => Topics.Create(new Topic(name));

    /// <summary>A topic whose messages go to the function, and what that cannot take to the dead-letter queue.</summary>
    public Topic TopicOfFunction(string? deadLetterQueue = DeadLetterQueue)
    {
        var topic = Topic();
        Topics.Subscribe(topic.Arn, "lambda", Function, deadLetterQueue);
        return topic;
    }

    public Task<string> PublishAsync(Topic topic, string message, string? subject = null) => Topics.PublishAsync(topic.Arn, message, subject, Cancellation);

    /// <summary>Lets the clock run until all is delivered or dead.</summary>
    public async Task RunAsync(TimeSpan step)
    {
        var idle = Topics.IdleAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Cancellation);
        while (!idle.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancellation);
            Time.Advance(step);
        }

        await idle;
    }

    public JsonObject TakenRecord() => JsonNode.Parse(Lambda.Taken.First().Payload)!["Records"]![0]!.AsObject();

    public ValueTask DisposeAsync() => Topics.DisposeAsync();
}
