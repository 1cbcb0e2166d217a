using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Infra;
using SesCompliance.Local;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;
using SesCompliance.Local.Lambda;
using SesCompliance.Local.Ses;
using SesCompliance.Tests.Ops.Permissions;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>
/// A cloud with one stack in which everything has happened once that the stack needs permissions for; its access log tells which statement allowed what.
/// </summary>
public sealed class PermissionFixture : IAsyncLifetime
{
    public const string StackName = "strict";

    /// <summary>Of the cloud's clock: long enough for an execution to wait for feedback before it comes.</summary>
    private static readonly TimeSpan DeliveryDelay = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan AnswerDelay = TimeSpan.FromSeconds(40);

    /// <summary>Long enough for a complaint to be taken in before the delivery of the same mail.</summary>
    private static readonly TimeSpan FollowUpDelay = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(45);

    public Cloud Cloud { get; private set; } = null!;

    public StackClient Stack { get; private set; } = null!;

    /// <summary>Step Functions as a user who has the bot's policy and nothing else.</summary>
    public IAmazonStepFunctions Bot { get; private set; } = null!;

    public AccessKey BotKey { get; private set; } = null!;

    /// <summary>What was decided up to the end of the scenario.</summary>
    public IReadOnlyList<RecordedDecision> Decisions { get; private set; } = [];

    /// <summary>
    /// Every policy that the stack declares, but the operators': no mail needs them. OperatorAccessTests judges those, and no others, by running the commands
    /// that they are for.
    /// </summary>
    public IReadOnlyList<AttachedPolicy> Policies { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Cloud = await Cloud.StartAsync(
            new CloudOptions { Warn = _ => { }, Ses = new SesOptions { DeliveryDelay = DeliveryDelay, FollowUpDelay = FollowUpDelay } }, TestContext.Current.CancellationToken);
        Stack = new StackClient(Cloud, await StackDeployment.UpAsync(Cloud, StackSettings.Parse(StackName, Setting), TestContext.Current.CancellationToken));
        Policies =
        [
            .. Cloud.Iam.Roles.SelectMany(role => role.InlinePolicies.Append(role.TrustPolicy)),
            .. Cloud.Iam.Policies.Where(policy => !OperatorFixture.IsForOperators(policy.Name, StackName)).Select(policy => policy.AsAttached),
            .. Cloud.Access.Resources.All,
        ];
        MakeBot();
        await RunAsync();
        Decisions = Cloud.Access.Log.Snapshot();
    }

    public async ValueTask DisposeAsync()
    {
        Stack?.Dispose();
        Bot?.Dispose();
        if (Cloud is not null)
        {
            await Cloud.DisposeAsync();
        }
    }

    /// <summary>Waits until an execution waits for feedback.</summary>
    public async Task AwaitsFeedbackAsync(string executionArn) => await Until.TrueAsync(
        () => Cloud.StateMachines.Executions.Get(executionArn).History().Any(happened => happened.Type == "TaskSubmitted"), Deadline, $"{executionArn} to wait for feedback");

    /// <summary>Lets the feedback come.</summary>
    public void Deliver() => Cloud.Clock.Advance(DeliveryDelay);

    /// <summary>Takes SNS's permission to invoke the handler away until the result is disposed of.</summary>
    public IDisposable WithoutTopicPermission()
    {
        var handler = Cloud.Lambda.Find($"ses-notification-handler-{StackName}");
        var permission = handler.Policy.Single();
        Cloud.Lambda.RemovePermission(handler.Configuration.FunctionName, permission.StatementId);
        return new Restoration(() => Cloud.Lambda.AddPermission(handler.Configuration.FunctionName, permission));
    }

    public int Waiting(string queueOutput)
    {
        var url = Stack.Stack.Outputs[queueOutput];
        return Cloud.Queues.Named(url[(url.LastIndexOf('/') + 1)..]).Count().Waiting;
    }

    private static string? Setting(string key) => key switch
    {
        "domain" => "example.com",
        "fromAddress" => "verify@example.com",
        "awaitFeedbackSeconds" => "3600",
        _ => null,
    };

    private void MakeBot()
    {
        var user = Cloud.Iam.CreateUser("bot");
        Cloud.Iam.AttachUserPolicy(user.Name, Stack.Stack.Outputs["botPolicyArn"]);
        BotKey = Cloud.Credentials.CreateAccessKey(user);
        Bot = new AmazonStepFunctionsClient(
            new BasicAWSCredentials(BotKey.AccessKeyId, BotKey.SecretAccessKey),
            new AmazonStepFunctionsConfig { ServiceURL = Cloud.Endpoint, AuthenticationRegion = Account.Region });
    }

    private async Task RunAsync()
    {
        Cloud.Ses.Templates.Create("code", new TemplateContent("Your code", "{{code}}", null));
        await FeedbackComesWhileTheFlowWaitsAsync();
        await FeedbackComesBeforeTheFlowWaitsAsync();
        await TheIdIsUsedAgainAsync();
        await FeedbackThatNobodyUnderstandsIsKeptAsync();
        await FeedbackThatCannotBeDeliveredIsKeptAsync();
        await AnAlarmTellsTheAlertTopicAsync();
    }

    private async Task FeedbackComesWhileTheFlowWaitsAsync()
    {
        var template = new JsonObject { ["to"] = "t@example.org", ["template"] = new JsonObject { ["name"] = "code", ["data"] = new JsonObject { ["code"] = "493 021" } } };
        string[] arns = await Task.WhenAll(
            StartAsync(StackClient.Mail("success@simulator.amazonses.com")),
            StartAsync(StackClient.Mail("bounce@simulator.amazonses.com")),
            StartAsync(StackClient.Mail("complaint@simulator.amazonses.com")),
            StartAsync(Infected()),
            StartAsync(template));
        await Task.WhenAll(arns.Select(AwaitsFeedbackAsync));
        Deliver();
        var endings = await Task.WhenAll(arns.Select(Stack.EndAsync));
        Assert.Equal(["Delivered", "Bounced", "Complained", "SendFailed", "Delivered"], endings.Select(ending => ending.Kind ?? ending.Error));
        Assert.Equal("Suppressed", (await Stack.EndAsync(await StartAsync(StackClient.Mail("bounce@simulator.amazonses.com")))).Kind);
    }

    private async Task FeedbackComesBeforeTheFlowWaitsAsync()
    {
        // Answered late, but before the flow's own limit of a minute.
        Cloud.Ses.Faults.Delay(AnswerDelay, calls: 2);
        string[] ids = [StackClient.NewSendId(), StackClient.NewSendId()];
        string[] arns = await Task.WhenAll(StartAsync(StackClient.Mail("first@example.org"), ids[0]), StartAsync(Infected("early@example.org"), ids[1]));
        await Until.IsAsync(
            () =>
            {
                Cloud.Clock.Advance(TimeSpan.FromSeconds(Taken() == 2 ? 1 : 0));
                return Task.FromResult(Taken() == 2 && !Early().Any(mail => mail.State == MailState.Accepted));
            },
            told => told,
            Deadline,
            "SES to tell what became of both mails");
        foreach (var id in ids)
        {
            await Until.IsAsync(() => Stack.LedgerRowAsync(id), row => row!.ContainsKey("fate"), Deadline, "the fate in the ledger");
        }

        Cloud.Clock.Advance(AnswerDelay - DeliveryDelay);
        var endings = await Task.WhenAll(arns.Select(Stack.EndAsync));
        Assert.Equal(["Delivered", "SendFailed"], endings.Select(ending => ending.Kind ?? ending.Error));
    }

    private IEnumerable<OutboxMail> Early() => Cloud.Outbox.To("first@example.org").Concat(Cloud.Outbox.To("early@example.org"));

    private int Taken() => Early().Count();

    private async Task TheIdIsUsedAgainAsync()
    {
        var task = new JsonObject { ["sendId"] = StackClient.NewSendId(), ["request"] = StackClient.Mail("again@example.org") }.ToJsonString();
        var first = await InvokeSendEmailAsync(task);
        var second = await InvokeSendEmailAsync(task);
        Assert.Equal((null, first.Payload), (second.FunctionError, second.Payload));
    }

    private async Task FeedbackThatNobodyUnderstandsIsKeptAsync()
    {
        Cloud.Topics.Publish(Stack.Stack.Outputs["feedbackTopicArn"], "[]", null, []);
        await Until.IsAsync(
            () =>
            {
                // Each attempt but the last is followed by minutes of waiting.
                Cloud.Clock.Advance(TimeSpan.FromSeconds(30));
                return Task.FromResult(Waiting("unprocessedFeedbackQueueUrl"));
            },
            waiting => waiting == 1,
            Deadline,
            "the message among the unprocessed");
    }

    private async Task FeedbackThatCannotBeDeliveredIsKeptAsync()
    {
        using var gone = WithoutTopicPermission();
        Cloud.Topics.Publish(Stack.Stack.Outputs["feedbackTopicArn"], "{}", null, []);
        await Until.TrueAsync(() => Waiting("undeliveredFeedbackQueueUrl") == 1, Deadline, "the message among the undelivered");
    }

    private async Task AnAlarmTellsTheAlertTopicAsync()
    {
        Cloud.Clock.Advance(TimeSpan.FromMinutes(2));
        await Until.TrueAsync(
            () => Cloud.Access.Log.Snapshot().Any(recorded => recorded.Decision.IsAllowed && recorded.Decision.Request.Principal.Name == "cloudwatch.amazonaws.com"),
            Deadline,
            "the dead letters' alarm to be told");
    }

    private async Task<string> StartAsync(JsonObject mail, string? sendId = null)
    {
        var started = await Bot.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = Stack.StateMachineArn, Name = sendId ?? StackClient.NewSendId(), Input = mail.ToJsonString() },
            TestContext.Current.CancellationToken);
        await Bot.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn }, TestContext.Current.CancellationToken);
        return started.ExecutionArn;
    }

    private Task<InvocationResult> InvokeSendEmailAsync(string task) =>
        Cloud.Lambda.InvokeAsync($"ses-send-email-{StackName}", task, TestContext.Current.CancellationToken);

    /// <summary>A mail that SES takes and rejects: the EICAR test string, put together here so that no scanner takes fright.</summary>
    private static JsonObject Infected(string to = "infected@example.org") =>
        new() { ["to"] = to, ["subject"] = "s", ["text"] = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*" };

    private sealed class Restoration(Action restore) : IDisposable
    {
        public void Dispose() => restore();
    }
}
