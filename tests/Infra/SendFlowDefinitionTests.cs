using System.Text.Json;
using System.Text.Json.Nodes;
using SesCompliance.Infra;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class SendFlowDefinitionTests
{
    [Fact]
    public async Task Every_placeholder_is_filled()
    {
        var definition = await DefinitionAsync();

        Assert.DoesNotContain("${", definition.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_task_calls_a_published_version_of_its_function()
    {
        var called = (await DefinitionAsync()).GetProperty("States").EnumerateObject()
            .Where(state => state.Value.GetProperty("Type").GetString() == "Task")
            .Select(state => state.Value.GetProperty("Parameters").GetProperty("FunctionName").GetString()!);

        Assert.Equal(
            new[] { "ses-await-feedback", "ses-check-suppression", "ses-publish-metric", "ses-send-email" }
                .Select(name => $"arn:aws:lambda:{StrictMocks.Region}:{StrictMocks.Account}:function:{name}-dev:{StrictMocks.PublishedVersion}"),
            called.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_placeholder_that_nothing_fills_is_an_error()
    {
        var mistake = Assert.Throws<InvalidOperationException>(() => SendFlowDefinition.Fill("""{"a": "${Missing}"}""", []));

        Assert.Equal("SendFlow.asl.json has the placeholder ${Missing}, which nothing fills", mistake.Message);
    }

    [Fact]
    public void A_value_without_a_placeholder_is_an_error() => Assert.Throws<InvalidOperationException>(
        () => SendFlowDefinition.Fill("{}", new Dictionary<string, JsonNode> { ["Extra"] = 1 }));

    [Fact]
    public async Task SendEmail_is_retried_only_on_errors_that_prove_that_SES_did_not_take_the_mail()
    {
        var retrier = Assert.Single(State(await DefinitionAsync(), "SendEmail").GetProperty("Retry").EnumerateArray());

        Assert.Equal(
            ["SesThrottled", "SesUnreachable", "LedgerUnavailable", "Lambda.TooManyRequestsException"],
            retrier.GetProperty("ErrorEquals").EnumerateArray().Select(error => error.GetString()));
    }

    [Fact]
    public async Task Every_retry_has_full_jitter_and_a_cap()
    {
        var states = (await DefinitionAsync()).GetProperty("States").EnumerateObject().Where(state => state.Value.TryGetProperty("Retry", out _)).ToList();

        Assert.NotEmpty(states);
        Assert.All(states.SelectMany(state => state.Value.GetProperty("Retry").EnumerateArray()), retrier =>
        {
            Assert.Equal("FULL", retrier.GetProperty("JitterStrategy").GetString());
            Assert.InRange(retrier.GetProperty("MaxDelaySeconds").GetInt32(), 1, 60);
        });
    }

    [Fact]
    public async Task A_metric_that_cannot_be_published_changes_no_outcome()
    {
        var counts = (await DefinitionAsync()).GetProperty("States").EnumerateObject().Where(state => state.Name.StartsWith("Count", StringComparison.Ordinal)).ToList();

        Assert.Equal(5, counts.Count);
        Assert.All(counts, count =>
        {
            var catcher = Assert.Single(count.Value.GetProperty("Catch").EnumerateArray());
            Assert.Equal("States.ALL", catcher.GetProperty("ErrorEquals")[0].GetString());
            Assert.Equal(JsonValueKind.Null, catcher.GetProperty("ResultPath").ValueKind);
            Assert.Equal(count.Value.GetProperty("Next").GetString(), catcher.GetProperty("Next").GetString());
        });
    }

    [Theory]
    [InlineData("open")]
    [InlineData("closed")]
    public async Task The_stacks_choice_on_a_failed_check_stands_in_the_graph(string policy)
    {
        var definition = await DefinitionAsync(("onSuppressionFailure", policy));

        Assert.Equal(policy, State(definition, "OnSuppressionFailure").GetProperty("Result").GetString());
    }

    [Fact]
    public async Task The_time_to_wait_for_feedback_is_a_number()
    {
        var definition = await DefinitionAsync(("awaitFeedbackSeconds", "0"));

        Assert.Equal(0, State(definition, "SendEmail").GetProperty("ResultSelector").GetProperty("awaitFeedbackSeconds").GetInt32());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(86_400)]
    public async Task An_execution_is_given_up_only_when_every_states_own_limits_have_passed(int awaitFeedbackSeconds)
    {
        var definition = await DefinitionAsync(("awaitFeedbackSeconds", $"{awaitFeedbackSeconds}"));

        // Check, five counts: 3 attempts of 30 s, pauses 1 + 2 s. SendEmail: 9 attempts of 60 s, pauses 1 + 2 + 4 + 8 + 16 + 3 x 20 s. A minute on top.
        Assert.Equal((6 * 93) + 631 + awaitFeedbackSeconds + 60, definition.GetProperty("TimeoutSeconds").GetInt32());
    }

    [Fact]
    public async Task The_flow_never_returns_to_a_state_so_that_its_limits_add_up()
    {
        var states = (await DefinitionAsync()).GetProperty("States");
        HashSet<string> done = [];

        foreach (var state in states.EnumerateObject())
        {
            Visit(state.Name, []);
        }

        void Visit(string name, string[] way)
        {
            Assert.DoesNotContain(name, way);
            if (done.Contains(name))
            {
                return;
            }

            foreach (var next in Targets(states.GetProperty(name)))
            {
                Visit(next, [.. way, name]);
            }

            done.Add(name);
        }
    }

    [Fact]
    public async Task What_the_request_is_to_blame_for_is_counted_apart_from_failed_mail()
    {
        var definition = await DefinitionAsync();

        Assert.Equal("CountRefused", Caught(State(definition, "CheckSuppression"), "InvalidRequest"));
        Assert.Equal("CountRefused", Caught(State(definition, "SendEmail"), "InvalidRequest"));
        Assert.Equal("CountRefused", Caught(State(definition, "SendEmail"), "Expired"));
        Assert.Equal("RequestsRefused", State(definition, "CountRefused").GetProperty("Parameters").GetProperty("Payload").GetProperty("metric").GetString());
    }

    [Fact]
    public async Task The_state_machine_is_Standard_traced_and_logs_errors_without_execution_data()
    {
        var machine = (await StackUnderTest.DeclareAsync()).The("aws:sfn/stateMachine:StateMachine", "send-flow");

        Assert.Equal("ses-send-email-dev", machine.Text("name"));
        Assert.Equal("STANDARD", machine.Text("type"));
        Assert.Equal("ERROR", machine.Text("loggingConfiguration.level"));
        Assert.False(machine.Flag("loggingConfiguration.includeExecutionData"));
        Assert.True(machine.Flag("tracingConfiguration.enabled"));
        Assert.EndsWith(":/aws/vendedlogs/states/ses-send-email-dev:*", machine.Text("loggingConfiguration.logDestination"), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> DefinitionAsync(params (string Key, string Value)[] config) =>
        (await StackUnderTest.DeclareAsync("dev", config)).The("aws:sfn/stateMachine:StateMachine", "send-flow").Json("definition");

    /// <summary>Where a state goes on an error.</summary>
    private static string? Caught(JsonElement state, string error) => state.GetProperty("Catch").EnumerateArray()
        .First(catcher => catcher.GetProperty("ErrorEquals").EnumerateArray().Any(each => each.GetString() == error)).GetProperty("Next").GetString();

    /// <summary>Every state that can follow: by Next, Default, Choices and Catch.</summary>
    private static IEnumerable<string> Targets(JsonElement state) => new[] { "Choices", "Catch" }
        .Where(list => state.TryGetProperty(list, out _)).SelectMany(list => state.GetProperty(list).EnumerateArray()).Append(state)
        .SelectMany(from => new[] { "Next", "Default" }.Where(field => from.TryGetProperty(field, out _)).Select(field => from.GetProperty(field).GetString()!));

    private static JsonElement State(JsonElement definition, string name) => definition.GetProperty("States").GetProperty(name);
}
