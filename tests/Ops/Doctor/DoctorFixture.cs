using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Local;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Ses;
using SesCompliance.Local.Sns;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Ops.Doctor;

/// <summary>A stack as the doctor finds it: fit, then sick, then worse.</summary>
public sealed class DoctorFixture : IAsyncLifetime
{
    public const string Name = "fit";
    public const string Domain = "mail.example.com";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    public Cloud Cloud { get; private set; } = null!;

    public StackClient Stack { get; private set; } = null!;

    internal DoctorRun Fit { get; private set; } = null!;

    internal DoctorRun Sick { get; private set; } = null!;

    internal DoctorRun Worse { get; private set; } = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string AlertTopic => Stack.Stack.Outputs["alertTopicArn"];

    private string FeedbackTopic => Stack.Stack.Outputs["feedbackTopicArn"];

    private string Ledger => Stack.Stack.Outputs["sendLedger"];

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { }, Sns = new SnsOptions { ConfirmsEmail = false } }, Cancelled);
        Stack = await TestStack.DeployAsync(
            Cloud, Name, ("domain", Domain), ("fromAddress", $"verify@{Domain}"), ("identityMode", "create"), ("alertEmails", """["ops@example.com"]"""), ("protect", "true"),
            ("dailyQuota", "50000"));
        Cloud.Topics.Confirm(AlertTopic, Cloud.Topics.OfTopic(AlertTopic).Single().Token!);

        // Alarms are judged at the end of a minute.
        Cloud.Clock.Advance(TimeSpan.FromMinutes(2));
        Fit = await AskAsync();
        await SickenAsync();
        Sick = await AskAsync();
        await WorsenAsync();
        Worse = await AskAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Stack?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    private static string Named(string name) => $"{name}-{Name}";

    private Task<DoctorRun> AskAsync() => DoctorRun.JsonAsync(Cloud.Endpoint, "--stack", Name, "--domain", Domain);

    private async Task SickenAsync()
    {
        var failing = await Stack.StartAsync("{}", StackClient.NewSendId(), null);
        await Stack.EndAsync(failing);
        await UseQuotaAsync(71);
        Cloud.Ses.Settings = AccountSettings.Sandbox with { Max24HourSend = 100, SendingEnabled = false, EnforcementStatus = "PROBATION", SuppressedReasons = ["BOUNCE"] };
        var identity = Cloud.Ses.Identities.Find(Domain);
        Cloud.Ses.Identities.Set(identity with
        {
            VerificationStatus = "PENDING",
            ConfigurationSetName = null,
            Dkim = identity.Dkim! with { Status = "PENDING", KeyLength = "RSA_1024_BIT" },
            MailFrom = identity.MailFrom! with { Status = "FAILED" },
        });
        var set = Cloud.Ses.ConfigurationSets.Find(Named("ses-compliance"));
        Cloud.Ses.ConfigurationSets.Set(set with { SendingEnabled = false, ReputationMetricsEnabled = false, Destinations = [set.Destinations.Single() with { Enabled = false }] });
        Cloud.Topics.SetPolicy(FeedbackTopic, Policy());
        Cloud.Topics.Unsubscribe(Cloud.Topics.OfTopic(FeedbackTopic).Single().Arn);
        Cloud.Topics.Subscribe(AlertTopic, "email", "late@example.com");
        await Cloud.Queues.SendAsync(Account.Arn("sqs", Named("ses-feedback-undelivered")), "{}", null, Cancelled);
        Cloud.Alarms.SetState(Named("ses-high-complaint-rate-CRITICAL"), AlarmState.InAlarm, "rehearsal");
        Cloud.Alarms.Delete(Named("ses-function-errors"));
        Change("ses-function-throttles", alarm => alarm with { ActionsEnabled = false });
        Change("ses-send-executions-timed-out", alarm => alarm with { AlarmActions = [] });
        await Stack.Clients.DynamoDb.UpdateTableAsync(new UpdateTableRequest { TableName = Ledger, DeletionProtectionEnabled = false }, Cancelled);
        await Stack.Clients.DynamoDb.UpdateContinuousBackupsAsync(
            new UpdateContinuousBackupsRequest { TableName = Ledger, PointInTimeRecoverySpecification = new() { PointInTimeRecoveryEnabled = false } }, Cancelled);
    }

    private async Task WorsenAsync()
    {
        Cloud.Ses.Settings = new() { Max24HourSend = 78, EnforcementStatus = "SHUTDOWN" };
        var identity = Cloud.Ses.Identities.Find(Domain);
        Cloud.Ses.Identities.Set(identity with { ConfigurationSetName = "other", Dkim = identity.Dkim! with { Status = "FAILED" }, MailFrom = null });
        var set = Cloud.Ses.ConfigurationSets.Find(Named("ses-compliance"));
        Cloud.Ses.ConfigurationSets.Set(set with { Destinations = [set.Destinations.Single() with { Enabled = true, MatchingEventTypes = [SesEventType.Delivery, SesEventType.Complaint] }] });
        Cloud.Topics.SetPolicy(FeedbackTopic, Policy("111111111111"));
        foreach (var subscription in Cloud.Topics.OfTopic(AlertTopic).ToList())
        {
            Cloud.Topics.Unsubscribe(subscription.Arn);
        }

        await Stack.Clients.DynamoDb.DeleteTableAsync(Ledger, Cancelled);
        await Until.IsAsync(
            () => Stack.Clients.DynamoDb.ListTablesAsync(Cancelled), tables => !tables.TableNames.Contains(Ledger), Deadline, "the table to be gone");
        Cloud.Metrics.Put(new MetricId("AWS/SES", "Reputation.BounceRate", [new("ses:configuration-set", set.Name)]), 0.06);
        Cloud.Metrics.Put(new MetricId("AWS/SES", "Reputation.ComplaintRate", [new("ses:configuration-set", set.Name)]), 0.0007);
        Cloud.Metrics.Put(new MetricId("DiscordBot/SES", "EmailsSent", [new("Environment", Name)]), 1);
    }

    /// <summary>Sends mail that nobody reports on.</summary>
    private async Task UseQuotaAsync(int recipients)
    {
        Cloud.Ses.Identities.Create("quota.test");
        Cloud.Ses.Settings = new() { MaxSendRate = 1_000 };
        foreach (var chunk in Enumerable.Range(1, recipients).Select(number => $"r{number}@recipients.test").Chunk(50))
        {
            await Cloud.Ses.SendEmailAsync(
                new SendEmailRequest(new EmailContent.Simple("s", "t", null, [])) { FromEmailAddress = "a@quota.test", Destination = new Destination(chunk, [], []) },
                CredentialStore.Operator,
                Cancelled);
        }
    }

    private void Change(string name, Func<AlarmDefinition, AlarmDefinition> change) =>
        Cloud.Alarms.Put(change(Cloud.Alarms.All.Single(alarm => alarm.Name == Named(name)).Definition));

    /// <param name="account">The one that may publish; null: every account.</param>
    private string Policy(string? account = null)
    {
        var statement = new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = "ses.amazonaws.com" },
            ["Action"] = "sns:Publish",
            ["Resource"] = FeedbackTopic,
        };
        if (account is not null)
        {
            statement["Condition"] = new JsonObject { ["StringEquals"] = new JsonObject { ["aws:SourceAccount"] = account } };
        }

        return new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(statement) }.ToJsonString();
    }
}
