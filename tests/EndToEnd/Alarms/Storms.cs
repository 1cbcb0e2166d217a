using SesCompliance.Infra;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.EndToEnd.Alarms;

/// <summary>A storm for each alarm, by its name without the stack, except the reputation's.</summary>
internal static class Storms
{
    private const string Check = "ses-check-suppression";

    /// <summary>CloudWatch looks back for late data before it takes five minutes without any for silence.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(16);

    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    public static IReadOnlyDictionary<string, Storm> All { get; } = new Dictionary<string, Storm>
    {
        ["ses-email-failure-rate-warning"] = FailureRate(sent: 57, failed: 3),
        ["ses-email-failure-rate-high"] = FailureRate(sent: 36, failed: 4),
        ["ses-suppressed-emails-detected"] = new()
        {
            Below = stack => SendsAsync(stack, "Sent"),
            Above = async stack =>
            {
                var address = $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";
                Assert.Equal("Sent", (await stack.SendAsync(address)).Kind);
                await stack.SuppressedAsync(address);
                Assert.Equal("Suppressed", (await stack.SendAsync(address)).Kind);
            },
            Over = stack => stack.PassAsync(Quiet),
        },
        ["ses-suppression-check-failed"] = new()
        {
            Below = stack => SendsAsync(stack, "Sent"),
            Above = async stack =>
            {
                using var outage = stack.Cloud.DynamoDb.Faults.Fail(stack.Output("suppressionTable"), DynamoDbFault.ServerError, operations: "Query");
                var ending = await stack.SendAsync();
                Assert.Equal("Sent", ending.Kind);
                Assert.Contains("SendUnchecked", ending.Path);
            },
            Over = stack => stack.PassAsync(Quiet),
        },
        ["ses-feedback-undelivered"] = new()
        {
            Below = FeedbackArrivesAsync,
            Above = async stack =>
            {
                var handler = stack.Function("ses-notification-handler");
                var permission = Assert.Single(stack.Cloud.Lambda.Find(handler).Policy);
                stack.Cloud.Lambda.RemovePermission(handler, permission.StatementId);
                await stack.SendAsync(Bouncer());
                await stack.WaitingAsync("ses-feedback-undelivered");
                stack.Cloud.Lambda.AddPermission(handler, permission);
            },
            Over = stack => EmptiedAsync(stack, "ses-feedback-undelivered"),
        },
        ["ses-feedback-unprocessed"] = new()
        {
            Below = FeedbackArrivesAsync,
            Above = async stack =>
            {
                stack.Cloud.Topics.Publish(stack.Output("feedbackTopicArn"), "[]", null, []);
                await Until.TrueAsync(
                    () =>
                    {
                        // Each attempt but the last is followed by minutes of waiting.
                        var pending = stack.Cloud.Lambda.PendingEvents;
                        stack.Cloud.Clock.Advance(TimeSpan.FromSeconds(pending.Any(each => each.NextAttempt is not null) ? 30 : 0));
                        return pending.Count == 0 && stack.Cloud.Queues.Named(stack.Function("ses-feedback-unprocessed")).Count().Waiting == 1;
                    },
                    TimeSpan.FromSeconds(60),
                    "the handler to give up");
            },
            Over = stack => EmptiedAsync(stack, "ses-feedback-unprocessed"),
        },
        ["ses-function-errors"] = new()
        {
            Below = stack => RepeatAsync(4, () => RefusedAsync(stack)),
            Above = RefusedAsync,
            Over = stack => stack.PassAsync(FiveMinutes),
        },
        ["ses-function-throttles"] = new()
        {
            Below = async stack =>
            {
                await ThrottledAsync(stack);
                await stack.PassAsync(FiveMinutes - TimeSpan.FromMinutes(1));
                await ThrottledAsync(stack);
            },
            Above = async stack =>
            {
                await stack.PassAsync(FiveMinutes - TimeSpan.FromMinutes(2));
                await ThrottledAsync(stack);
            },
            Over = stack => stack.PassAsync(FiveMinutes),
        },
        ["ses-send-executions-failed"] = new()
        {
            Below = async stack =>
            {
                await RefusedAsync(stack);

                // Functions have the machine's clock.
                Assert.Equal("Expired", (await stack.SendAsync(expiresAt: TimeProvider.System.GetUtcNow().AddMinutes(-1))).Error);
            },
            Above = stack => stack.FailAsync(1),
            Over = stack => stack.PassAsync(FiveMinutes),
        },
        ["ses-send-executions-timed-out"] = new()
        {
            Below = async stack =>
            {
                // All retries that the flow has.
                stack.Cloud.Ses.Faults.Throttle(calls: 8);
                Assert.Equal("Sent", (await stack.SendAsync()).Kind);
            },
            Above = async stack =>
            {
                stack.Cloud.Ses.Faults.Delay(TimeSpan.FromHours(2));
                var address = $"hangs-{Guid.NewGuid():N}@example.org";
                var execution = await stack.StartAsync(address);
                await Until.TrueAsync(() => stack.Cloud.Outbox.To(address).Count == 1, TimeSpan.FromSeconds(30), "SES to take the mail");
                stack.Cloud.Clock.Advance(TimeSpan.FromSeconds(SendFlowDuration.Longest(SendFlowDefinition.Template(), 0)));
                Assert.Equal("TIMED_OUT", (await stack.EndAsync(execution)).Error);
            },
            Over = stack => stack.PassAsync(Quiet),
        },
        ["ses-daily-quota-70-percent"] = Quota(AlarmStack.DailyQuota * 70 / 100),
        ["ses-daily-quota-90-percent"] = Quota(AlarmStack.DailyQuota * 90 / 100),
        ["ses-no-mail-sent"] = new()
        {
            Below = async stack =>
            {
                await SendsAsync(stack, "Sent");
                await stack.PassAsync(TimeSpan.FromMinutes(AlarmStack.NoMailMinutes - 2));
            },
            Above = stack => stack.PassAsync(TimeSpan.FromMinutes(1)),
            Over = stack => SendsAsync(stack, "Sent"),
        },
    };

    private static Storm FailureRate(int sent, int failed) => new()
    {
        Below = async stack =>
        {
            await stack.SendManyAsync(sent);
            await stack.FailAsync(failed);
        },
        Above = stack => stack.FailAsync(1),
        Over = stack => stack.PassAsync(TimeSpan.FromMinutes(61)),
    };

    private static Storm Quota(int limit) => new()
    {
        Below = stack => stack.OthersSendAsync(limit - 1 - stack.AccountSends()),
        Above = stack => stack.OthersSendAsync(1),
        Over = stack => stack.PassAsync(TimeSpan.FromHours(24)),
    };

    private static string Bouncer() => $"bounce+{Guid.NewGuid():N}@simulator.amazonses.com";

    private static async Task SendsAsync(AlarmStack stack, string outcome) => Assert.Equal(outcome, (await stack.SendAsync()).Kind);

    private static async Task FeedbackArrivesAsync(AlarmStack stack)
    {
        var address = Bouncer();
        await stack.SendAsync(address);
        await stack.SuppressedAsync(address);
    }

    private static async Task EmptiedAsync(AlarmStack stack, string queue)
    {
        await stack.DrainAsync(queue);
        await stack.PassAsync(FiveMinutes);
    }

    private static async Task RefusedAsync(AlarmStack stack) => Assert.Equal("InvalidRequest", (await stack.SendAsync("nobody at all")).Error);

    private static async Task RepeatAsync(int times, Func<Task> act)
    {
        for (var time = 0; time < times; time++)
        {
            await act();
        }
    }

    /// <summary>A call that is throttled and then, retried, goes through.</summary>
    private static async Task ThrottledAsync(AlarmStack stack)
    {
        var before = stack.Throttles(Check);
        stack.Cloud.Lambda.ReserveConcurrency(stack.Function(Check), 0);
        var execution = await stack.StartAsync("success@simulator.amazonses.com");
        await Until.TrueAsync(() => stack.Throttles(Check) > before, TimeSpan.FromSeconds(30), "a throttle");
        stack.Cloud.Lambda.ReserveConcurrency(stack.Function(Check), null);
        await stack.PassRetriesAsync(execution);
        Assert.Equal("Sent", (await stack.EndAsync(execution)).Kind);
    }
}
