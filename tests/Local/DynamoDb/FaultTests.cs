using System.Diagnostics;
using Amazon.DynamoDBv2.Model;
using Amazon.Runtime;
using SesCompliance.Local.DynamoDb;
using static SesCompliance.Tests.Local.DynamoDb.DynamoDbCloud;

namespace SesCompliance.Tests.Local.DynamoDb;

public sealed class FaultTests(DynamoDbCloud cloud) : IClassFixture<DynamoDbCloud>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failing_table_fails_until_it_recovers()
    {
        using (cloud.Service.Faults.Fail("rows", DynamoDbFault.ServerError))
        {
            await Assert.ThrowsAsync<InternalServerErrorException>(() => cloud.Client.GetItemAsync("rows", Row("a"), Cancellation));
        }

        await cloud.Client.GetItemAsync("rows", Row("a"), Cancellation);
    }

    [Fact]
    public async Task Other_tables_and_other_operations_go_on()
    {
        await cloud.Service.CreateTableAsync(new TableDefinition("other", new TableKey("id")), Cancellation);
        using (cloud.Service.Faults.Fail("rows", DynamoDbFault.ServerError, null, "PutItem"))
        {
            await cloud.Client.PutItemAsync("other", Row("a"), Cancellation);
            await cloud.Client.GetItemAsync("rows", Row("a"), Cancellation);
            await Assert.ThrowsAsync<InternalServerErrorException>(() => cloud.Client.PutItemAsync("rows", Row("a"), Cancellation));
        }
    }

    [Fact]
    public async Task A_throttled_table_recovers_after_the_calls_it_was_told_to_fail()
    {
        using var patient = cloud.NewClient(retries: 3);
        using (cloud.Service.Faults.Fail("rows", DynamoDbFault.Throttling, times: 2))
        {
            await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => cloud.Client.PutItemAsync("rows", Row("t"), Cancellation));
            await patient.PutItemAsync("rows", Row("t"), Cancellation);
        }
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_row_written()
    {
        using (cloud.Service.Faults.Fail("rows", DynamoDbFault.LostAnswer, times: 1))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => cloud.Client.PutItemAsync("rows", Row("lost", "written"), Cancellation));
        }

        Assert.Equal("written", (await cloud.Client.GetItemAsync("rows", Row("lost"), Cancellation)).Item["value"].S);
    }

    [Fact]
    public async Task A_table_that_does_not_answer_lets_the_client_time_out()
    {
        using var hasty = cloud.NewClient(timeout: TimeSpan.FromMilliseconds(300));
        using (cloud.Service.Faults.Fail("rows", DynamoDbFault.NoAnswer))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => hasty.PutItemAsync("rows", Row("never"), Cancellation));
        }

        Assert.Empty((await cloud.Client.GetItemAsync("rows", Row("never"), Cancellation)).Item ?? []);
    }

    [Fact]
    public async Task A_dead_dynalite_is_a_server_error_that_says_so()
    {
        await using var doomed = new DynamoDbCloud();
        await doomed.InitializeAsync();
        using (var process = Process.GetProcessById(doomed.Service.ProcessId))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        var failure = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => doomed.Client.GetItemAsync("rows", Row("a"), Cancellation));
        Assert.Contains("dynalite ended with exit code", failure.Message, StringComparison.Ordinal);
    }
}
