using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Iam.Policies;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The stack declares the permissions that it needs, and no others.</summary>
public sealed class PermissionTests(PermissionFixture fixture) : IClassFixture<PermissionFixture>
{
    /// <summary>
    /// Step Functions makes the log delivery with the machine's role when the machine is created (logs:CreateLogDelivery, which is judged here); AWS asks for the
    /// others as well (https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html) for what only it does: changing and removing deliveries later.
    /// </summary>
    private static readonly string[] OnlyForAws =
    [
        "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies", "logs:DescribeLogGroups",
    ];

    [Fact]
    public void Every_declared_permission_is_used_on_every_resource_that_it_names()
    {
        var unused = Statements().SelectMany(reference => Parts(reference).Where(part => !IsUsed(reference, part)).Select(part => $"{reference}: {part.Action} on {part.Resource}"));

        var flow = Assert.Single(Statements(), reference => reference.Statement.Actions.Patterns.Contains("logs:CreateLogDelivery"));
        Assert.Equal(OnlyForAws.Select(action => $"{flow}: {action} on *"), unused);
    }

    [Fact]
    public void Without_any_one_statement_something_that_happened_would_be_denied()
    {
        var idle = Statements().Where(removed => !fixture.Decisions.Any(recorded =>
            recorded.Decision.IsAllowed && !recorded.Decision.Without(reference => IsSame(reference, removed)).IsAllowed));

        Assert.NotEmpty(Statements());
        Assert.Empty(idle.Select(reference => reference.ToString()));
    }

    [Fact]
    public void Nothing_was_denied_but_what_the_scenario_took_away()
    {
        var denied = Assert.Single(fixture.Decisions, recorded => !recorded.Decision.IsAllowed);

        Assert.Equal(
            ("sns.amazonaws.com", "lambda:InvokeFunction", $"arn:aws:lambda:us-east-1:000000000000:function:ses-notification-handler-{PermissionFixture.StackName}", 1),
            (denied.Decision.Request.Principal.Name, denied.Decision.Request.Action, denied.Decision.Request.Resource, denied.Count));
    }

    [Theory]
    [InlineData("ListExecutions", """{"stateMachineArn": "MACHINE"}""")]
    [InlineData("DescribeStateMachine", """{"stateMachineArn": "MACHINE"}""")]
    [InlineData("GetExecutionHistory", """{"executionArn": "EXECUTION"}""")]
    [InlineData("StopExecution", """{"executionArn": "EXECUTION"}""")]
    [InlineData("RedriveExecution", """{"executionArn": "EXECUTION"}""")]
    [InlineData("ListStateMachines", """{}""")]
    [InlineData("StartExecution", """{"stateMachineArn": "MACHINE2"}""")]
    [InlineData("DescribeExecution", """{"executionArn": "arn:aws:states:us-east-1:000000000000:execution:other:x"}""")]
    public async Task The_bot_s_policy_allows_nothing_else(string operation, string input)
    {
        input = input.Replace("MACHINE", fixture.Stack.StateMachineArn, StringComparison.Ordinal)
            .Replace("EXECUTION", fixture.Stack.StateMachineArn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":x", StringComparison.Ordinal);

        var (status, body) = await SignedCall.JsonAsync(fixture.Cloud.Endpoint, fixture.BotKey, "states", $"AWSStepFunctions.{operation}", input);

        Assert.Equal(400, status);
        Assert.Equal("AccessDeniedException", JsonNode.Parse(body)!["__type"]!.GetValue<string>());
        Assert.StartsWith($"User: arn:aws:iam::000000000000:user/bot is not authorized to perform: states:{operation} on resource: arn:", JsonNode.Parse(body)!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bot_starts_and_describes()
    {
        var mail = StackClient.Mail("bounce@simulator.amazonses.com").ToJsonString();
        var started = await fixture.Bot.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = fixture.Stack.StateMachineArn, Name = StackClient.NewSendId(), Input = mail }, TestContext.Current.CancellationToken);

        await Until.IsAsync(
            () => fixture.Bot.DescribeExecutionAsync(new DescribeExecutionRequest { ExecutionArn = started.ExecutionArn }, TestContext.Current.CancellationToken),
            execution => execution.Status == ExecutionStatus.SUCCEEDED,
            TimeSpan.FromSeconds(45),
            "the execution to end");
    }

    [Fact]
    public async Task Without_its_SES_statement_the_send_function_cannot_send_and_says_why()
    {
        using var removed = Without("ses-send-email", "function", "ses:SendEmail");

        var ending = await fixture.Stack.SendAsync(StackClient.Mail("forbidden@example.org"));

        Assert.Equal("SendFailed", ending.Error);
        Assert.Contains("is not authorized to perform `ses:SendEmail' on resource `arn:aws:ses:us-east-1:000000000000:identity/example.com'", ending.Cause, StringComparison.Ordinal);
        Assert.Empty(fixture.Cloud.Outbox.To("forbidden@example.org"));
    }

    [Fact]
    public async Task Without_its_statement_the_flow_cannot_invoke_and_its_history_says_why()
    {
        using var removed = Without("ses-send-flow", "flow", "lambda:InvokeFunction");
        var arn = await fixture.Stack.StartAsync(StackClient.Mail("uninvoked@example.org"), StackClient.NewSendId());
        var execution = fixture.Cloud.StateMachines.Executions.Get(arn);

        await Until.TrueAsync(() => execution.History().Any(happened => happened.Type == "TaskFailed"), TimeSpan.FromSeconds(45), "the first task to fail");
        fixture.Cloud.StateMachines.Executions.Stop(arn, null, null);

        var failed = execution.History().First(happened => happened.Type == "TaskFailed").Details!;
        Assert.Equal("Lambda.AWSLambdaException", failed["error"]!.GetValue<string>());
        Assert.Matches(
            "^User: arn:aws:sts::000000000000:assumed-role/ses-send-flow-strict/[0-9a-f]{32} is not authorized to perform: lambda:InvokeFunction on resource: "
            + "arn:aws:lambda:us-east-1:000000000000:function:ses-check-suppression-strict:1 because no identity-based policy allows the lambda:InvokeFunction action "
            + @"\(Service: AWSLambda; Status Code: 403; Error Code: AccessDeniedException; ",
            failed["cause"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_its_statement_a_function_s_log_is_lost()
    {
        using var removed = Without("ses-send-email", "function", "logs:PutLogEvents");
        var before = fixture.Cloud.Logs.Events("/aws/lambda/ses-send-email-strict").Count;
        Assert.NotEqual(0, before);

        var task = new JsonObject { ["sendId"] = StackClient.NewSendId(), ["request"] = StackClient.Mail("unlogged@example.org") }.ToJsonString();
        Assert.Null((await fixture.Cloud.Lambda.InvokeAsync("ses-send-email-strict", task, TestContext.Current.CancellationToken)).FunctionError);

        Assert.Equal(before, fixture.Cloud.Logs.Events("/aws/lambda/ses-send-email-strict").Count);
    }

    private IEnumerable<StatementReference> Statements() => fixture.Policies.SelectMany(policy => policy.Statements);

    private static IEnumerable<(string Action, string Resource)> Parts(StatementReference reference) =>
        from action in reference.Statement.Actions.Patterns
        from resource in reference.Statement.Resources?.Patterns ?? ["*"]
        select (action, resource);

    private bool IsUsed(StatementReference reference, (string Action, string Resource) part) => fixture.Decisions.Any(recorded =>
        recorded.Decision.IsAllowed
        && recorded.Decision.AllowedBy.Any(allowing => IsSame(allowing, reference))
        && Pattern.Matches(part.Action, recorded.Decision.Request.Action, ignoreCase: true)
        && Pattern.MatchesArn(part.Resource, recorded.Decision.Request.Resource));

    private static bool IsSame(StatementReference one, StatementReference other) =>
        (one.Policy.Owner, one.Policy.Name, one.Statement.Number) == (other.Policy.Owner, other.Policy.Name, other.Statement.Number);

    /// <summary>Takes the statement that allows an action out of a role's policy until the result is disposed of.</summary>
    private RemovedStatement Without(string role, string policy, string action) =>
        RemovedStatement.From(fixture.Cloud.Iam, $"{role}-{PermissionFixture.StackName}", policy, action);
}
