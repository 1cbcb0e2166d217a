using SesCompliance.Lambdas;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Lambdas;

public sealed class CheckSuppressionTests : IClassFixture<FlowCloud>
{
    private readonly FlowCloud cloud;
    private readonly CheckSuppression function;

    public CheckSuppressionTests(FlowCloud cloud)
    {
        this.cloud = cloud;
        function = new CheckSuppression(cloud.SuppressionTable(), cloud.Logs.Log);
    }

    [Fact]
    public async Task A_clear_address_is_told_in_its_normal_form() =>
        Assert.Equal(new CheckSuppressionResult(false, "clear@example.com", null), await CheckAsync("Clear <CLEAR@Example.com>"));

    [Fact]
    public async Task A_suppressed_address_is_told_with_its_reason_in_any_spelling()
    {
        await cloud.PutSuppressionAsync("gone@example.com", "BOUNCE");
        Assert.Equal(new CheckSuppressionResult(true, "gone@example.com", "BOUNCE"), await CheckAsync("\\\"Gone\\\" <GONE@example.com>"));
    }

    [Fact]
    public async Task An_invalid_request_is_refused_before_the_list_is_asked()
    {
        using (cloud.Faults.Fail(FlowCloud.Suppressions, DynamoDbFault.ServerError))
        {
            await Assert.ThrowsAsync<InvalidRequest>(() => CheckAsync("nobody"));
        }
    }

    [Fact]
    public async Task A_list_that_does_not_answer_is_an_error_of_its_own_and_in_time()
    {
        using (cloud.Faults.Fail(FlowCloud.Suppressions, DynamoDbFault.NoAnswer))
        {
            await Assert.ThrowsAsync<SuppressionListUnavailable>(() => CheckAsync("slow@example.com", new Invocation(TimeSpan.FromSeconds(1))));
        }
    }

    [Fact]
    public async Task The_log_tells_the_outcome_and_no_address()
    {
        var sendId = FlowRequests.NewId();
        await function.HandleAsync(FlowRequests.Task(sendId, """{"to": "logged@example.com", "subject": "secret subject", "text": "secret"}"""), new Invocation());
        Assert.Equal(["address-clear"], cloud.Logs.Events(sendId));
        Assert.DoesNotContain("logged@", cloud.Logs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", cloud.Logs.Text, StringComparison.Ordinal);
    }

    private Task<CheckSuppressionResult> CheckAsync(string to, Invocation? invocation = null) =>
        function.HandleAsync(FlowRequests.Task(json: $$"""{"to": "{{to}}", "subject": "s", "text": "t"}"""), invocation ?? new Invocation());
}
