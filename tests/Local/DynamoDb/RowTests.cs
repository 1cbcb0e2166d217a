using Amazon.DynamoDBv2.Model;
using SesCompliance.Local.DynamoDb;
using static SesCompliance.Tests.Local.DynamoDb.DynamoDbCloud;

namespace SesCompliance.Tests.Local.DynamoDb;

public sealed class RowTests(DynamoDbCloud cloud) : IClassFixture<DynamoDbCloud>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_read_back_as_it_was_written()
    {
        await cloud.Client.PutItemAsync("rows", Row("a", "é \"x\" 😀"), Cancellation);
        var read = await cloud.Client.GetItemAsync(new GetItemRequest("rows", Row("a"), true), Cancellation);
        Assert.Equal("é \"x\" 😀", read.Item["value"].S);
    }

    [Fact]
    public async Task A_failed_condition_returns_the_row_that_stands()
    {
        var put = new PutItemRequest("rows", Row("b", "first"))
        {
            ConditionExpression = "attribute_not_exists(id)",
            ReturnValuesOnConditionCheckFailure = "ALL_OLD",
        };
        await cloud.Client.PutItemAsync(put, Cancellation);
        put.Item = Row("b", "second");
        var refusal = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => cloud.Client.PutItemAsync(put, Cancellation));
        Assert.Equal("first", refusal.Item?.GetValueOrDefault("value")?.S);
    }

    [Fact]
    public async Task Eight_clients_at_once_lose_no_update()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var client = cloud.NewClient();
            for (var i = 0; i < 10; i++)
            {
                await client.UpdateItemAsync(
                    new UpdateItemRequest
                    {
                        TableName = "rows",
                        Key = Row("counter"),
                        UpdateExpression = "ADD #n :one",
                        ExpressionAttributeNames = new() { ["#n"] = "n" },
                        ExpressionAttributeValues = new() { [":one"] = new AttributeValue { N = "1" } },
                    },
                    Cancellation);
            }
        }));
        Assert.Equal("80", (await cloud.Client.GetItemAsync("rows", Row("counter"), Cancellation)).Item["n"].N);
    }

    [Fact]
    public async Task A_missing_table_is_named_as_DynamoDB_names_it()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.GetItemAsync("nothing", Row("a"), Cancellation));
        Assert.Contains(cloud.Calls.Snapshot(), call => call is { Operation: "GetItem", StatusCode: 400, Error: "ResourceNotFoundException" });
    }

    [Fact]
    public async Task Rows_go_after_their_time_to_live()
    {
        await cloud.Service.CreateTableAsync(new TableDefinition("mortal", new TableKey("id")) { TimeToLiveAttribute = "ttl" }, Cancellation);
        foreach (var (id, ttl) in new[] { ("short", cloud.Time.GetUtcNow().AddMinutes(10)), ("long", cloud.Time.GetUtcNow().AddDays(30)) })
        {
            var row = Row(id);
            row["ttl"] = new AttributeValue { N = $"{ttl.ToUnixTimeSeconds()}" };
            await cloud.Client.PutItemAsync("mortal", row, Cancellation);
        }

        cloud.Time.Advance(TimeSpan.FromHours(1));
        await WaitUntilAsync(async () => (await cloud.Client.GetItemAsync("mortal", Row("short"), Cancellation)).Item is not { Count: > 0 });
        Assert.NotEmpty((await cloud.Client.GetItemAsync("mortal", Row("long"), Cancellation)).Item);
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
        }
    }
}
