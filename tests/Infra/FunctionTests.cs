using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class FunctionTests
{
    [Theory]
    [InlineData("ses-check-suppression", "CheckSuppression", "SUPPRESSION_LIST_TABLE=ses-email-suppression-list-dev")]
    [InlineData("ses-send-email", "SendEmail", "CONFIGURATION_SET=ses-compliance-dev", "FROM_EMAIL=verify@example.com", "LEDGER_DAYS=30", "SEND_LEDGER_TABLE=ses-send-ledger-dev")]
    [InlineData("ses-publish-metric", "PublishMetric", "ENVIRONMENT=dev")]
    [InlineData("ses-await-feedback", "AwaitFeedback", "SEND_LEDGER_TABLE=ses-send-ledger-dev")]
    [InlineData("ses-notification-handler", "HandleFeedback", "SEND_LEDGER_TABLE=ses-send-ledger-dev", "SUPPRESSION_LIST_TABLE=ses-email-suppression-list-dev")]
    public async Task A_function_runs_its_handler_with_its_environment(string name, string handler, params string[] environment)
    {
        var function = (await StackUnderTest.DeclareAsync()).The("aws:lambda/function:Function", name);
        var variables = (IReadOnlyDictionary<string, object>)function.Value("environment.variables");

        Assert.Equal($"{name}-dev", function.Text("name"));
        Assert.Equal(handler, function.Text("handler"));
        Assert.Equal(environment, variables.Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_function_runs_the_one_native_archive_on_the_stacks_architecture()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("architecture", "arm64"));

        Assert.All(stack.All("aws:lambda/function:Function"), function =>
        {
            Assert.Equal("provided.al2023", function.Text("runtime"));
            Assert.Equal(["arm64"], function.Texts("architectures"));
            Assert.IsType<Pulumi.FileArchive>(function.Value("code"));
        });
    }

    [Fact]
    public async Task Every_function_logs_JSON_into_its_own_group_with_the_configured_retention()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("logRetentionDays", "14"));

        Assert.All(stack.All("aws:lambda/function:Function"), function =>
        {
            var group = stack.The("aws:cloudwatch/logGroup:LogGroup", function.Name);
            Assert.Equal($"/aws/lambda/{function.Name}-dev", group.Text("name"));
            Assert.Equal(14, group.Number("retentionInDays"));
            Assert.Equal(group.Text("name"), function.Text("loggingConfig.logGroup"));
            Assert.Equal("JSON", function.Text("loggingConfig.logFormat"));
        });
    }

    [Fact]
    public async Task Sends_run_as_many_at_once_as_configured_and_the_rest_without_limit()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("maxSendConcurrency", "7"));

        Assert.Equal(7, stack.The("aws:lambda/function:Function", "ses-send-email").Number("reservedConcurrentExecutions"));
        Assert.All(
            stack.All("aws:lambda/function:Function").Where(function => function.Name != "ses-send-email"),
            function => Assert.False(function.Inputs.ContainsKey("reservedConcurrentExecutions")));
    }

    [Fact]
    public async Task A_function_ends_before_the_flow_stops_waiting_for_it()
    {
        var stack = await StackUnderTest.DeclareAsync();
        var states = stack.The("aws:sfn/stateMachine:StateMachine", "send-flow").Json("definition").GetProperty("States");

        Assert.All(
            states.EnumerateObject().Where(state => state.Value.TryGetProperty("TimeoutSeconds", out _)),
            state =>
            {
                var arn = state.Value.GetProperty("Parameters").GetProperty("FunctionName").GetString()!;
                var function = stack.All("aws:lambda/function:Function").Single(candidate => arn.Contains($":function:{candidate.Text("name")}:", StringComparison.Ordinal));
                Assert.True(function.Number("timeout") < state.Value.GetProperty("TimeoutSeconds").GetInt32(), $"{state.Name} gives up before {function} can end");
            });
    }
}
