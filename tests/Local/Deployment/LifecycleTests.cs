using System.Globalization;
using System.Text.Json.Nodes;
using Amazon.StepFunctions.Model;
using SesCompliance.Infra;
using SesCompliance.Local.Deployment;
using SesCompliance.Local.Deployment.Changes;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Local.Deployment;

/// <summary>What a second deployment changes: exactly what differs, and for those who ask over the wire.</summary>
public class LifecycleTests(LifecycleFixture fixture) : IClassFixture<LifecycleFixture>
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    [Fact]
    public async Task The_same_settings_change_nothing()
    {
        var first = await fixture.UpAsync("same");
        var second = await fixture.UpAsync("same");

        Assert.False(second.Changes.Any());
        Assert.Equal(first.Changes.Count(Operation.Create), second.Changes.Count(Operation.Same));
        Assert.True(second.Changes.Count(Operation.Same) > 30);
        Assert.Equal(first.Outputs, second.Outputs);
    }

    [Fact]
    public async Task A_preview_changes_nothing()
    {
        await fixture.UpAsync("preview", ("logRetentionDays", "7"));

        var preview = await StackDeployment.PreviewAsync(fixture.Cloud, LifecycleFixture.Settings("preview", ("logRetentionDays", "14")), TestContext.Current.CancellationToken);

        Assert.True(preview.Any());
        Assert.Equal(7, await RetentionAsync("/aws/lambda/ses-send-email-preview"));
    }

    [Fact]
    public async Task Log_retention_is_changed_in_every_group_and_nowhere_else()
    {
        await fixture.UpAsync("retention", ("logRetentionDays", "7"));

        var changed = await fixture.DifferenceAsync("retention", ("logRetentionDays", "14"));

        Assert.Equal(
            new[] { "send-flow", "ses-await-feedback", "ses-check-suppression", "ses-notification-handler", "ses-publish-metric", "ses-send-email" }
                .Select(name => $"Update LogGroup {name}\n  retentionInDays: 7 => 14"),
            changed);
        Assert.Equal(14, await RetentionAsync("/aws/lambda/ses-send-email-retention"));
    }

    [Fact]
    public async Task A_new_definition_holds_for_new_executions_and_not_for_those_that_run()
    {
        const string Waits = "\"awaitFeedbackSeconds\": ?86400";
        var deployed = await fixture.UpAsync("definition", ("awaitFeedbackSeconds", "86400"));
        using var stack = fixture.Client(deployed);
        Assert.Contains("AwaitFeedback", (await stack.SendAsync(StackClient.Mail("success@recipients.test"))).Path);
        var running = await stack.StartAsync(StackClient.Mail("delay@recipients.test"), StackClient.NewSendId());

        var changed = await fixture.DifferenceAsync("definition", ("awaitFeedbackSeconds", "0"));

        Assert.Equal(
            [$"""
            Update StateMachine send-flow
              definition.States.SendEmail.ResultSelector.awaitFeedbackSeconds: 86400 => 0
              definition.TimeoutSeconds: {SendFlowDuration.Longest(SendFlowDefinition.Template(), 86_400)} => {SendFlowDuration.Longest(SendFlowDefinition.Template(), 0)}
            """],
            changed);
        var now = await fixture.CallAsync("AWSStepFunctions.DescribeStateMachine", new JsonObject { ["stateMachineArn"] = stack.StateMachineArn });
        var then = await fixture.CallAsync("AWSStepFunctions.DescribeStateMachineForExecution", new JsonObject { ["executionArn"] = running });
        Assert.DoesNotMatch(Waits, (string)now["definition"]!);
        Assert.Matches(Waits, (string)then["definition"]!);
        Assert.DoesNotContain("AwaitFeedback", (await stack.SendAsync(StackClient.Mail("success@recipients.test"))).Path);
    }

    [Fact]
    public async Task A_function_s_new_environment_is_a_new_version_and_the_flow_s_next_executions_call_it()
    {
        using var stack = fixture.Client(await fixture.UpAsync("environment", ("ledgerDays", "30")));
        var before = await KeptDaysAsync(stack);

        var changed = await fixture.DifferenceAsync("environment", ("ledgerDays", "3"));

        const string Arn = "arn:aws:lambda:us-east-1:000000000000:function:ses-send-email-environment";
        Assert.Equal(
            [
                $"Update StateMachine send-flow\n  definition.States.SendEmail.Parameters.FunctionName: \"{Arn}:1\" => \"{Arn}:2\"",
                "Update Function ses-send-email\n  environment.variables.LEDGER_DAYS: \"30\" => \"3\"",
            ],
            changed);
        Assert.Equal("30", fixture.Cloud.Lambda.Resolve($"{Arn}:1").Configuration.Environment["LEDGER_DAYS"]);
        Assert.Equal((30, 3), (before, await KeptDaysAsync(stack)));
    }

    [Fact]
    public async Task Concurrency_is_reserved_and_given_back_in_place()
    {
        await fixture.UpAsync("concurrency");

        Assert.Equal(["Update Function ses-send-email\n  reservedConcurrentExecutions:  => 2"], await fixture.DifferenceAsync("concurrency", ("maxSendConcurrency", "2")));
        Assert.Equal(2, fixture.Cloud.Lambda.Find("ses-send-email-concurrency").Configuration.ReservedConcurrency);
        Assert.Equal(["Update Function ses-send-email\n  reservedConcurrentExecutions: 2 => "], await fixture.DifferenceAsync("concurrency"));
        Assert.Null(fixture.Cloud.Lambda.Find("ses-send-email-concurrency").Configuration.ReservedConcurrency);
    }

    [Fact]
    public async Task An_alarm_keeps_its_state_and_gets_its_new_threshold()
    {
        await fixture.UpAsync("threshold");
        fixture.Cloud.Alarms.SetState("ses-high-bounce-rate-CRITICAL-threshold", "ALARM", "a rehearsal");

        var changed = await fixture.DifferenceAsync("threshold", ("bounceRateCritical", "0.06"));

        Assert.Equal("Update MetricAlarm ses-high-bounce-rate-CRITICAL\n  threshold: 0.05 => 0.06", Assert.Single(changed));
        var told = await fixture.CallAsync("GraniteServiceVersion20100801.DescribeAlarms", new JsonObject { ["AlarmNames"] = new JsonArray("ses-high-bounce-rate-CRITICAL-threshold") });
        Assert.Equal((0.06, "ALARM"), ((double)told["MetricAlarms"]![0]!["Threshold"]!, (string)told["MetricAlarms"]![0]!["StateValue"]!));
    }

    [Fact]
    public async Task A_rate_s_least_sends_stand_in_the_alarms_expressions()
    {
        await fixture.UpAsync("least");

        var changed = await fixture.DifferenceAsync("least", ("minimumSends", "5"));

        Assert.Equal(["Update MetricAlarm ses-email-failure-rate-high", "Update MetricAlarm ses-email-failure-rate-warning"], changed.Select(line => line.Split('\n')[0]));
        var query = Assert.Single(fixture.Cloud.Alarms.All.Single(alarm => alarm.Name == "ses-email-failure-rate-high-least").Definition.Queries, one => one.Expression is not null);
        Assert.Contains(">= 5", query.Expression, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_to_alert_is_subscribed_and_unsubscribed()
    {
        var topic = (await fixture.UpAsync("emails", ("alertEmails", """["a@example.com"]"""))).Outputs["alertTopicArn"];

        var changed = await fixture.DifferenceAsync("emails", ("alertEmails", """["b@example.com"]"""));

        Assert.Equal(["Delete TopicSubscription ses-alerts-a@example.com", "Create TopicSubscription ses-alerts-b@example.com"], changed);
        Assert.Equal("b@example.com", Assert.Single(fixture.Cloud.Topics.OfTopic(topic)).Endpoint);
    }

    [Fact]
    public async Task A_hosted_zone_gets_the_records_and_loses_them_again()
    {
        (string, string)[] own = [("domain", "zone.example.org"), ("fromAddress", "verify@zone.example.org"), ("identityMode", "create")];
        await fixture.UpAsync("zone", own);

        var added = await fixture.DifferenceAsync("zone", [.. own, ("hostedZone", Zone)]);
        var changed = await fixture.DifferenceAsync("zone", [.. own, ("hostedZone", Zone), ("dmarcPolicy", "reject")]);
        var record = fixture.Cloud.Zones.Records.Single(one => one.Name == "_dmarc.zone.example.org");
        await fixture.UpAsync("zone", own);

        Assert.All(added, line => Assert.StartsWith("Create Record ", line, StringComparison.Ordinal));
        Assert.Equal(["Update Record dmarc\n  records[0]: \"v=DMARC1; p=quarantine\" => \"v=DMARC1; p=reject\""], changed);
        Assert.Equal(["v=DMARC1; p=reject"], record.Values);
        Assert.Empty(fixture.Cloud.Zones.Records);
    }

    [Fact]
    public async Task Another_domain_is_another_identity_and_the_old_one_goes()
    {
        await fixture.UpAsync("renamed", ("domain", "old.example.org"), ("fromAddress", "verify@old.example.org"), ("identityMode", "create"));

        var changed = await fixture.DifferenceAsync("renamed", ("domain", "new.example.org"), ("fromAddress", "verify@new.example.org"), ("identityMode", "create"));

        Assert.Contains("Replace EmailIdentity sender\n  emailIdentity: \"old.example.org\" => \"new.example.org\"", changed);
        Assert.Contains(fixture.Cloud.Ses.Identities.All, identity => identity.Name == "new.example.org" && identity.MailFrom?.Domain == "bounce.new.example.org");
        Assert.DoesNotContain(fixture.Cloud.Ses.Identities.All, identity => identity.Name == "old.example.org");
    }

    [Fact]
    public async Task What_is_protected_is_neither_destroyed_nor_dropped_until_the_program_lets_go_of_it()
    {
        (string, string)[] own = [("domain", "kept.example.org"), ("fromAddress", "verify@kept.example.org"), ("identityMode", "create")];
        await fixture.UpAsync("kept", [.. own, ("protect", "true")]);

        var destroy = await Assert.ThrowsAsync<DeploymentException>(() => StackDeployment.DestroyAsync(fixture.Cloud, "kept", TestContext.Current.CancellationToken));
        var drop = await Assert.ThrowsAsync<DeploymentException>(() => fixture.UpAsync("kept", [.. own, ("identityMode", "reference"), ("protect", "true")]));

        Assert.Contains(
            "resource \"urn:pulumi:kept::ses-compliance::ses-compliance:index:SendLedger$aws:dynamodb/table:Table::send-ledger\" cannot be deleted, because it is protected",
            destroy.Message.Split('\n'));
        Assert.Equal(
            "resource \"urn:pulumi:kept::ses-compliance::ses-compliance:index:SenderIdentity$aws:sesv2/emailIdentity:EmailIdentity::sender\" cannot be deleted, because it is protected",
            drop.Message.Split('\n')[0]);
        Assert.Contains(fixture.Cloud.Ses.Identities.All, identity => identity.Name == "kept.example.org");

        await fixture.UpAsync("kept", own);
        Assert.True((await StackDeployment.DestroyAsync(fixture.Cloud, "kept", TestContext.Current.CancellationToken)).Count(Operation.Delete) > 30);
    }

    private async Task<int> RetentionAsync(string group)
    {
        var groups = await fixture.CallAsync("Logs_20140328.DescribeLogGroups", new JsonObject { ["logGroupNamePrefix"] = group }, "1.1");
        return (int)groups["logGroups"]![0]!["retentionInDays"]!;
    }

    private async Task<int> KeptDaysAsync(StackClient stack)
    {
        var id = StackClient.NewSendId();
        await stack.SendAsync(StackClient.Mail("success@simulator.amazonses.com"), id);
        var row = await stack.LedgerRowAsync(id);
        var until = DateTimeOffset.FromUnixTimeSeconds(long.Parse(row!["ttl"].N, CultureInfo.InvariantCulture));
        return (int)Math.Round((until - fixture.Cloud.Clock.GetUtcNow()).TotalDays);
    }
}
