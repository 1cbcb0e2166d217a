using System.Text.Json.Nodes;
using SesCompliance.Tests.Lambdas.Feedback;

namespace SesCompliance.Tests.Lambdas;

/// <summary>The whole program, as Lambda starts it.</summary>
public sealed class ProgramTests(FlowCloud cloud) : IClassFixture<FlowCloud>
{
    [Theory]
    [InlineData("Nothing")]
    [InlineData(null)]
    public async Task An_unknown_handler_is_refused_with_the_names_of_all(string? handler)
    {
        using var process = new BootstrapProcess(handler);
        Assert.Equal(
            (1, $"_HANDLER is '{handler}': it must be one of CheckSuppression, SendEmail, PublishMetric, AwaitFeedback, HandleFeedback\n"),
            await process.EndedAsync());
    }

    [Fact]
    public async Task Wrong_settings_are_reported_as_the_reason_for_not_starting()
    {
        using var process = new BootstrapProcess("SendEmail", environment: [("SEND_LEDGER_TABLE", "x")]);
        var (path, body) = await process.Outcome;
        Assert.EndsWith("/init/error", path, StringComparison.Ordinal);
        var error = JsonNode.Parse(body)!;
        Assert.Equal("InvalidSettings", (string)error["errorType"]!);
        Assert.StartsWith(
            "SEND_LEDGER_TABLE is 'x': must be the name of a DynamoDB table: 3 to 255 of A-Z a-z 0-9 _ - .; FROM_EMAIL is not set",
            (string)error["errorMessage"]!,
            StringComparison.Ordinal);
        Assert.Equal(1, (await process.EndedAsync()).ExitCode);
    }

    [Fact]
    public async Task A_task_goes_in_and_an_answer_comes_out_as_the_flow_expects_them()
    {
        await cloud.PutSuppressionAsync("gone@example.com", "COMPLAINT");
        using var process = Start("CheckSuppression", """{"sendId": "send-1", "request": {"to": "Gone@Example.com", "subject": "s", "text": "t"}}""");
        var (path, body) = await process.Outcome;
        Assert.EndsWith("/invocation/request-1/response", path, StringComparison.Ordinal);
        Assert.Equal("""{"suppressed":true,"to":"gone@example.com","reason":"COMPLAINT"}""", body);

        var output = await process.OutputAsync();
        Assert.Contains("\"event\":\"started\",\"function\":\"CheckSuppression\"", output, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"address-suppressed\",\"function\":\"CheckSuppression\",\"requestId\":\"request-1\",\"sendId\":\"send-1\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_starts_without_what_it_could_not_connect_to()
    {
        using var process = Start("CheckSuppression", """{"sendId": "send-1", "request": 1}""", ("AWS_ENDPOINT_URL", "http://127.0.0.1:1"));
        Assert.Contains("InvalidRequest", (await process.Outcome).Body, StringComparison.Ordinal);
        Assert.Contains("\"event\":\"connection-not-warmed\"", await process.OutputAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_comes_out_under_the_name_that_the_flow_catches()
    {
        using var process = Start("SendEmail", """{"sendId": "send-1", "request": {"to": "nobody"}}""");
        var (path, body) = await process.Outcome;
        Assert.EndsWith("/invocation/request-1/error", path, StringComparison.Ordinal);
        Assert.Equal("InvalidRequest", (string)JsonNode.Parse(body)!["errorType"]!);
    }

    [Fact]
    public async Task A_notification_is_read_as_lambda_hands_it_over()
    {
        var message = new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = "arn:aws:sns:eu-west-1:123456789012:feedback:1",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = "sns-1",
                ["TopicArn"] = "arn:aws:sns:eu-west-1:123456789012:feedback",
                ["Subject"] = null,
                ["Message"] = SesEvents.Bounce(recipients: ["handed-over@example.com"]),
                ["Timestamp"] = "2026-11-24T10:00:06.000Z",
                ["SignatureVersion"] = "1",
                ["MessageAttributes"] = new JsonObject(),
            },
        };
        using var process = Start("HandleFeedback", new JsonObject { ["Records"] = new JsonArray(message) }.ToString());
        Assert.Equal("{}", (await process.Outcome).Body);
        Assert.NotEmpty(await cloud.SuppressionRowAsync("handed-over@example.com", "BOUNCE"));
    }

    private BootstrapProcess Start(string handler, string payload, params (string Key, string Value)[] different) => new(
        handler,
        payload,
        [
        ("AWS_ENDPOINT_URL", cloud.Elsewhere.Url),
        ("AWS_REGION", "eu-west-1"),
        ("AWS_ACCESS_KEY_ID", "key"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("SUPPRESSION_LIST_TABLE", FlowCloud.Suppressions),
        ("SEND_LEDGER_TABLE", FlowCloud.LedgerTable),
        ("FROM_EMAIL", "noreply@example.org"),
        ("CONFIGURATION_SET", "ses-dev"),
        ("ENVIRONMENT", "dev"),
        .. different,
        ]);
}
