using System.Text.Json.Nodes;
using SesCompliance.Local.DynamoDb;
using SesCompliance.Tests.EndToEnd;

namespace SesCompliance.Tests.Ops.Simulate;

/// <summary>ses-ops simulate, against a deployed stack: every mailbox, and what it says where something does not arrive.</summary>
public sealed class SimulateTests(CloudFixture cloud)
{
    [Theory]
    [InlineData("success", "Delivered", "Delivered", null)]
    [InlineData("bounce", "Bounced", "Bounced: Permanent/General", "BOUNCE")]
    [InlineData("complaint", "Complained", "Complained", "COMPLAINT")]
    [InlineData("ooto", "Delivered", "Delivered", null)]
    [InlineData("suppressed", "Bounced", "Bounced: Permanent/Suppressed", "BOUNCE")]
    public async Task Everything_arrives(string mailbox, string outcome, string word, string? suppression)
    {
        var run = await RunAsync(cloud.Open, mailbox);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.StartsWith($"{outcome} in ", Found(run, "Execution"), StringComparison.Ordinal);
        Assert.StartsWith(word, Found(run, "SES's word"), StringComparison.Ordinal);
        Assert.StartsWith("SES took the mail as ", Found(run, "Ledger row"), StringComparison.Ordinal);
        Assert.Contains("since the start", Found(run, "EmailsSent"), StringComparison.Ordinal);
        Assert.EndsWith(", without an error", Found(run, "Feedback handler"), StringComparison.Ordinal);
        Assert.Equal(suppression is null ? [] : [suppression], (await cloud.Open.SuppressionsAsync(Address(run))).Keys);
        Assert.Equal(mailbox == "suppressed", Checks(run).Any(check => (string?)check["name"] == "EmailsSuppressed"));
    }

    [Fact]
    public async Task Runs_mail_different_addresses_so_the_second_bounces_too()
    {
        var (first, second) = (await RunAsync(cloud.NoWait, "bounce"), await RunAsync(cloud.NoWait, "bounce"));

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.NotEqual(Address(first), Address(second));
        Assert.StartsWith("Sent in ", Found(second, "Execution"), StringComparison.Ordinal);
        Assert.StartsWith("Bounced", Found(second, "SES's word"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_that_does_not_arrive_is_a_failure()
    {
        using var deaf = await cloud.DeployAsync("deaf", ("awaitFeedbackSeconds", "0"));
        using var outage = cloud.Cloud.DynamoDb.Faults.Fail(deaf.Stack.Outputs["suppressionTable"], DynamoDbFault.ServerError, null, "GetItem", "UpdateItem");

        var run = await RunAsync(deaf, "bounce", "--timeout", "12");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("fail", (string?)Check(run, "Suppression list")["verdict"]);
    }

    [Fact]
    public async Task A_stack_that_is_not_there_is_a_failure_with_what_to_do()
    {
        var run = await OpsRun.TextAsync(cloud.Cloud.Endpoint, "nowhere", "simulate", "success");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("there is no state machine ses-send-email-nowhere", run.Output, StringComparison.Ordinal);
        Assert.Contains("pulumi up --stack nowhere", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("bounce", "--timeout", "0")]
    public async Task Wrong_usage_starts_nothing(params string[] arguments) =>
        Assert.Equal(2, (await OpsRun.TextAsync("http://127.0.0.1:1", "open", ["simulate", .. arguments])).ExitCode);

    [Fact]
    public async Task An_endpoint_that_does_not_answer_could_not_be_asked() =>
        Assert.Equal(3, (await OpsRun.TextAsync("http://127.0.0.1:1", "open", "simulate", "success")).ExitCode);

    private Task<OpsRun> RunAsync(StackClient stack, params string[] arguments) =>
        OpsRun.JsonAsync(cloud.Cloud.Endpoint, stack.Stack.Settings.Stack, ["simulate", .. arguments]);

    private static IEnumerable<JsonNode> Checks(OpsRun run) => run.Json["checks"]!.AsArray().Select(check => check!);

    private static JsonNode Check(OpsRun run, string name) => Checks(run).First(check => (string?)check["name"] == name);

    private static string Found(OpsRun run, string name) => (string)Check(run, name)["found"]!;

    private static string Address(OpsRun run) => ((string)run.Json["subject"]!).Split("to ")[^1];
}
