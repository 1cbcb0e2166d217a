using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using Amazon.SimpleEmailV2.Model;
using SesCompliance.Local;
using SesCompliance.Local.CloudWatch;

namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>A deployed stack with every alarm that there can be, whose operator is mailed; and the means to cause what the alarms watch.</summary>
public sealed partial class AlarmStack : IDisposable
{
    /// <summary>Key dailyQuota of the stack.</summary>
    public const int DailyQuota = 1_000;

    /// <summary>Key noMailMinutes of the stack.</summary>
    public const int NoMailMinutes = 60;

    private const int RecipientsOfAMail = 50;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Of the flow's retries.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly AmazonSimpleEmailServiceV2Client ses;
    private readonly StackClient client;

    private AlarmStack(Cloud cloud, StackClient client)
    {
        (Cloud, this.client) = (cloud, client);
        ses = new AmazonSimpleEmailServiceV2Client(
            new BasicAWSCredentials("local", "local"), new AmazonSimpleEmailServiceV2Config { ServiceURL = cloud.Endpoint, AuthenticationRegion = Account.Region });
    }

    public Cloud Cloud { get; }

    public string Name => client.Stack.Settings.Stack;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Operator => $"ops+{Name}@example.net";

    /// <summary>Deploys, and confirms the operator's subscription by the link that SNS mails.</summary>
    public static async Task<AlarmStack> DeployAsync(Cloud cloud, string name)
    {
        var stack = new AlarmStack(cloud, await TestStack.DeployAsync(
            cloud,
            name,
            ("awaitFeedbackSeconds", "0"),
            ("alertEmails", $"ops+{name}@example.net"),
            ("dailyQuota", $"{DailyQuota}"),
            ("noMailMinutes", $"{NoMailMinutes}")));
        var link = Confirmation().Match(Assert.Single(cloud.Outbox.To(stack.Operator)).Text!);
        using var http = new HttpClient();
        using var form = new StringContent(
            $"Action=ConfirmSubscription&Version=2010-03-31&TopicArn={link.Groups["topic"].Value}&Token={link.Groups["token"].Value}", null, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Endpoint) { Content = form };
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=local/20261124/{Account.Region}/sns/aws4_request, SignedHeaders=host, Signature=00");
        using var confirmed = await http.SendAsync(request, Cancellation);
        Assert.True(confirmed.IsSuccessStatusCode, await confirmed.Content.ReadAsStringAsync(Cancellation));
        return stack;
    }

    public string Function(string name) => $"{name}-{Name}";

    public string Output(string name) => client.Stack.Outputs[name];

    /// <summary>The names of the stack's alarms, without the stack.</summary>
    public IEnumerable<string> Alarms() => Cloud.Alarms.All.Select(alarm => alarm.Name)
        .Where(name => name.EndsWith($"-{Name}", StringComparison.Ordinal)).Select(name => name[..^(Name.Length + 1)]);

    /// <summary>Settles, lets the current minute end, and tells an alarm's state as judged then.</summary>
    public async Task<string> JudgedAsync(string alarm)
    {
        await SettleAsync();
        StartMinute();
        var state = Cloud.Alarms.All.Single(judged => judged.Name == $"{alarm}-{Name}").State.Value;
        await Cloud.Alarms.IdleAsync(Cancellation);
        await Cloud.Topics.IdleAsync(Cancellation);
        return state;
    }

    /// <summary>What the operator was mailed about an alarm so far: ALARM or OK, oldest first.</summary>
    public IReadOnlyList<string> Told(string alarm) =>
        [.. Cloud.Outbox.To(Operator).Where(mail => mail.Subject.Contains($": \"{alarm}-{Name}\" in ", StringComparison.Ordinal)).Select(mail => mail.Subject.Split(':')[0])];

    /// <summary>Settles and moves the clock on.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        Cloud.Clock.Advance(time);
        StartMinute();
    }

    /// <summary>Moves the clock to the next minute's start, so that what follows falls into one minute.</summary>
    public void StartMinute()
    {
        var now = Cloud.Clock.GetUtcNow();
        Cloud.Clock.Advance(Minute - TimeSpan.FromTicks(now.Ticks % Minute.Ticks));
    }

    /// <summary>Sends through the flow; where it waits for a retry, the clock moves on.</summary>
    public async Task<Ending> SendAsync(string to = "success@simulator.amazonses.com", DateTimeOffset? expiresAt = null)
    {
        var mail = StackClient.Mail(to);
        if (expiresAt is { } expiry)
        {
            mail["expiresAt"] = expiry.ToString("O");
        }

        var arn = await client.StartAsync(mail, StackClient.NewSendId());
        await PassRetriesAsync(arn);
        return await client.EndAsync(arn);
    }

    public async Task SendManyAsync(int mails) => await Parallel.ForEachAsync(
        Enumerable.Range(0, mails),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancellation },
        async (_, _) => Assert.Equal("Sent", (await client.SendAsync(StackClient.Mail("success@simulator.amazonses.com"))).Kind));

    /// <summary>Sends what SES refuses.</summary>
    public async Task FailAsync(int mails)
    {
        for (var mail = 0; mail < mails; mail++)
        {
            Cloud.Ses.Faults.Refuse("MessageRejected", "Email address is not verified.", 400);
            Assert.Equal("SendFailed", (await SendAsync()).Error);
        }
    }

    public Task<string> StartAsync(string to) => client.StartAsync(StackClient.Mail(to), StackClient.NewSendId());

    public Task<Ending> EndAsync(string executionArn) => client.EndAsync(executionArn);

    /// <summary>Moves the clock on whenever the execution waits for its next attempt, until it has ended.</summary>
    public async Task PassRetriesAsync(string executionArn)
    {
        var execution = Cloud.StateMachines.Executions.Get(executionArn);
        var (seen, asked) = (0, 0);
        await Until.TrueAsync(
            () =>
            {
                var history = execution.History();
                (seen, asked) = history.Count == seen ? (seen, asked + 1) : (history.Count, 0);

                // Once for each pause, since a jump takes its time from a call that runs; again only where the pause began after the jump.
                if (history[^1].Type == "TaskFailed" && asked % 40 == 2)
                {
                    Cloud.Clock.Advance(LongestPause);
                }

                return execution.Ended.IsCompleted;
            },
            Deadline,
            $"{executionArn} to end");
    }

    public Task SuppressedAsync(string address) =>
        Until.IsAsync(() => client.SuppressionsAsync(address), rows => rows.Count == 1, Deadline, $"{address} on the suppression list");

    /// <summary>Sends straight through SES's API with the stack's configuration set: the flow would refuse many recipients and known bouncers.</summary>
    public Task StormAsync(string mailbox, int recipients) => StormAsync(mailbox, recipients, $"ses-compliance-{Name}");

    /// <summary>As another application of the account would: without the stack's configuration set.</summary>
    public Task OthersSendAsync(int recipients) => StormAsync("reader", recipients, null);

    /// <summary>Takes the messages out of one of the stack's queues, as an operator does.</summary>
    public async Task DrainAsync(string queue)
    {
        var dead = Cloud.Queues.Named(Function(queue));
        while (await dead.ReceiveAsync(10, null, TimeSpan.Zero, Cancellation) is { Count: > 0 } received)
        {
            foreach (var one in received)
            {
                dead.Delete(one.ReceiptHandle);
            }
        }
    }

    public Task WaitingAsync(string queue) => Until.TrueAsync(() => Cloud.Queues.Named(Function(queue)).Count().Waiting == 1, Deadline, $"a message in {queue}");

    public double Throttles(string function) => Sum(new MetricId("AWS/Lambda", "Throttles", [KeyValuePair.Create("FunctionName", Function(function))]));

    /// <summary>Recipients of the whole account's mail in the last 24 hours.</summary>
    public int AccountSends() => (int)Sum(new MetricId("AWS/SES", "Send"));

    /// <summary>Waits until everything that was begun is done.</summary>
    public async Task SettleAsync()
    {
        await Cloud.Ses.IdleAsync(Cancellation);
        await Cloud.Topics.IdleAsync(Cancellation);
        await Until.TrueAsync(() => Cloud.Lambda.PendingEvents.Count == 0, Deadline, "the feedback to be processed");
    }

    public void Dispose()
    {
        client.Dispose();
        ses.Dispose();
    }

    private double Sum(MetricId metric)
    {
        var now = Cloud.Clock.GetUtcNow();
        return Cloud.Metrics.Query(metric, now - TimeSpan.FromDays(1), now + Minute, TimeSpan.FromDays(2)).Sum(point => point.Statistic("Sum") ?? 0);
    }

    private async Task StormAsync(string mailbox, int recipients, string? configurationSet)
    {
        foreach (var addresses in Enumerable.Range(0, recipients).Select(_ => $"{mailbox}+{Guid.NewGuid():N}@recipients.test").Chunk(RecipientsOfAMail))
        {
            await ses.SendEmailAsync(
                new SendEmailRequest
                {
                    FromEmailAddress = client.Stack.Settings.FromAddress,
                    Destination = new Destination { ToAddresses = [.. addresses] },
                    ConfigurationSetName = configurationSet,
                    Content = new EmailContent
                    {
                        Simple = new Message { Subject = new Content { Data = "Your code" }, Body = new Body { Text = new Content { Data = "493 021" } } },
                    },
                },
                Cancellation);
        }

        await Cloud.Ses.IdleAsync(Cancellation);
    }

    [GeneratedRegex(@"TopicArn=(?<topic>[^&\s]+)&Token=(?<token>[0-9a-f]+)")]
    private static partial Regex Confirmation();
}
