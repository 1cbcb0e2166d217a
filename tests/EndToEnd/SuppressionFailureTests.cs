using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.EndToEnd;

/// <summary>The suppression table fails; each stack does what it chose. The stacks' tables are their own, so other tests go on beside these.</summary>
public class SuppressionFailureTests(CloudFixture fixture)
{
    [Fact]
    public async Task A_stack_that_fails_open_sends_and_counts_the_failed_check()
    {
        var counted = await fixture.NoWait.MetricAsync("SuppressionCheckFailed");
        using var outage = fixture.Cloud.DynamoDb.Faults.Fail(fixture.NoWait.Stack.Outputs["suppressionTable"], DynamoDbFault.ServerError, operations: "Query");

        var ending = await fixture.NoWait.SendAsync(StackClient.Mail("success@simulator.amazonses.com"));

        Assert.Equal("Sent", ending.Kind);
        Assert.Equal(
            ["CheckSuppression", "CountCheckFailure", "OnSuppressionFailure", "SendUnchecked", "SendEmail", "CountSent", "WaitForFeedback", "Sent"], ending.Path);
        Assert.Equal(counted + 1, await fixture.NoWait.MetricAsync("SuppressionCheckFailed"));
    }

    [Fact]
    public async Task A_stack_that_fails_closed_sends_nothing()
    {
        var address = $"closed-{Guid.NewGuid():N}@example.org";
        using var outage = fixture.Cloud.DynamoDb.Faults.Fail(fixture.Closed.Stack.Outputs["suppressionTable"], DynamoDbFault.ServerError, operations: "Query");

        var ending = await fixture.Closed.SendAsync(StackClient.Mail(address));

        Assert.Equal("SuppressionCheckFailed", ending.Error);
        Assert.Equal(["CheckSuppression", "CountCheckFailure", "OnSuppressionFailure", "SendUnchecked", "SuppressionCheckFailed"], ending.Path);
        Assert.Contains("SuppressionListUnavailable", ending.Cause, StringComparison.Ordinal);
        Assert.Empty(fixture.Cloud.Ses.Outbox.To(address));
    }

    [Fact]
    public async Task An_invalid_request_is_refused_even_while_the_check_cannot_be_made()
    {
        using var outage = fixture.Cloud.DynamoDb.Faults.Fail(fixture.NoWait.Stack.Outputs["suppressionTable"], DynamoDbFault.ServerError, operations: "Query");

        var ending = await fixture.NoWait.SendAsync(new System.Text.Json.Nodes.JsonObject { ["to"] = "nobody" });

        Assert.Equal("InvalidRequest", ending.Error);
    }
}
