using System.Text.Json;

namespace SesCompliance.Tests.Infra;

[Collection(nameof(PulumiProgram))]
public class DashboardTests
{
    [Fact]
    public async Task The_states_of_all_alarms_stand_on_top()
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("dailyQuota", "1000"));

        var top = Widgets(stack).MinBy(widget => widget.GetProperty("y").GetInt32());

        Assert.Equal("ses-compliance-dev", stack.The("aws:cloudwatch/dashboard:Dashboard", "dashboard").Text("dashboardName"));
        Assert.Equal("alarm", top.GetProperty("type").GetString());
        Assert.Equal(
            stack.All("aws:cloudwatch/metricAlarm:MetricAlarm").Select(alarm => $"arn:aws:cloudwatch:{StrictMocks.Region}:{StrictMocks.Account}:alarm:{alarm.Text("name")}").Order(StringComparer.Ordinal),
            top.GetProperty("properties").GetProperty("alarms").EnumerateArray().Select(arn => arn.GetString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Bounce rate", "AWS/SES Reputation.BounceRate ses:configuration-set ses-compliance-dev Average 300", "0.05 0.1")]
    [InlineData("Complaint rate", "AWS/SES Reputation.ComplaintRate ses:configuration-set ses-compliance-dev Average 300", "0.001 0.005")]
    [InlineData("Mails", "DiscordBot/SES EmailsSuppressed Environment dev Sum 300", "")]
    [InlineData("Account's sends in 24 hours", "AWS/SES Send Sum 86400", "1000")]
    [InlineData("Executions", "AWS/States ExecutionsFailed StateMachineArn arn:aws:states:eu-west-1:111122223333:stateMachine:ses-send-email-dev Sum 300", "")]
    [InlineData("Execution time (ms)", "AWS/States ExecutionTime StateMachineArn arn:aws:states:eu-west-1:111122223333:stateMachine:ses-send-email-dev p95 300", "")]
    [InlineData("Function errors", "AWS/Lambda Errors FunctionName ses-notification-handler-dev Sum 300", "")]
    [InlineData("Function durations (ms)", "AWS/Lambda Duration FunctionName ses-send-email-dev p95 300", "")]
    [InlineData("Feedback waiting in dead-letter queues", "AWS/SQS ApproximateNumberOfMessagesVisible QueueName ses-feedback-unprocessed-dev Maximum 300", "")]
    public async Task A_graph_shows_its_metrics_against_the_limits(string title, string metric, string lines)
    {
        var stack = await StackUnderTest.DeclareAsync("dev", ("dailyQuota", "1000"));

        var graph = Assert.Single(Widgets(stack), widget => widget.GetProperty("properties").GetProperty("title").GetString() == title).GetProperty("properties");

        Assert.Equal(StrictMocks.Region, graph.GetProperty("region").GetString());
        Assert.Contains(metric, graph.GetProperty("metrics").EnumerateArray().Select(Text));
        Assert.Equal(lines, string.Join(' ', graph.GetProperty("annotations").GetProperty("horizontal").EnumerateArray().Select(line => line.GetProperty("value").GetRawText())));
    }

    [Fact]
    public async Task No_widget_covers_another_and_all_are_within_the_grid()
    {
        var cells = Widgets(await StackUnderTest.DeclareAsync()).SelectMany(widget =>
            from x in Enumerable.Range(widget.GetProperty("x").GetInt32(), widget.GetProperty("width").GetInt32())
            from y in Enumerable.Range(widget.GetProperty("y").GetInt32(), widget.GetProperty("height").GetInt32())
            select (x, y)).ToList();

        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.x, 0, 23));
    }

    private static List<JsonElement> Widgets(StackUnderTest stack) =>
        [.. stack.The("aws:cloudwatch/dashboard:Dashboard", "dashboard").Json("dashboardBody").GetProperty("widgets").EnumerateArray()];

    private static string Text(JsonElement metric) => string.Join(' ', metric.EnumerateArray().Select(part => part.ValueKind == JsonValueKind.Object
        ? $"{part.GetProperty("stat").GetString()} {part.GetProperty("period").GetInt32()}"
        : part.GetString()));
}
