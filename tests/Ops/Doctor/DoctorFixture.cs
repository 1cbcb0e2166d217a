using Amazon.Runtime;
using Amazon.SimpleEmailV2;
using SesCompliance.Local;
using SesCompliance.Local.CloudWatch;
using SesCompliance.Local.Sns;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Ops.Doctor;

/// <summary>A cloud with one stack that is fit to send, for tests that break one thing each and mend it again.</summary>
public sealed class DoctorFixture : IAsyncLifetime
{
    public const string Name = "fit";
    public const string Domain = "mail.example.com";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    public Cloud Cloud { get; private set; } = null!;

    public StackClient Stack { get; private set; } = null!;

    /// <summary>SES as the operator asks it.</summary>
    public IAmazonSimpleEmailServiceV2 Ses { get; private set; } = null!;

    public string FeedbackTopic => Stack.Stack.Outputs["feedbackTopicArn"];

    public string AlertTopic => Stack.Stack.Outputs["alertTopicArn"];

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(new CloudOptions { Warn = _ => { }, Sns = new SnsOptions { ConfirmsEmail = false } }, CancellationToken.None);
        Stack = await TestStack.DeployAsync(
            Cloud, Name, ("domain", Domain), ("fromAddress", $"verify@{Domain}"), ("identityMode", "create"), ("alertEmails", """["ops@example.com"]"""), ("protect", "true"),
            ("dailyQuota", "50000"));
        Ses = new AmazonSimpleEmailServiceV2Client(
            new BasicAWSCredentials("local", "local"), new AmazonSimpleEmailServiceV2Config { ServiceURL = Cloud.Endpoint, AuthenticationRegion = Account.Region });
        Cloud.Topics.Confirm(AlertTopic, Cloud.Topics.OfTopic(AlertTopic).Single().Token!);
        // Alarms are judged at the end of a minute.
        Cloud.Clock.Advance(TimeSpan.FromMinutes(2));
        await Until.TrueAsync(
            () => Cloud.Alarms.All.All(alarm => alarm.State.Value == AlarmState.Ok || alarm.Definition.TreatMissingData == "ignore"), Deadline, "the alarms to be judged");
    }

    public async ValueTask DisposeAsync()
    {
        Ses?.Dispose();
        Stack?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    public string Named(string name) => $"{name}-{Name}";
}
