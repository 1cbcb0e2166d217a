using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using SesCompliance.Local.DynamoDb;

namespace SesCompliance.Tests.Local.DynamoDb;

public sealed class TableTests(DynamoDbCloud cloud) : IClassFixture<DynamoDbCloud>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_declared_table_has_what_its_definition_says()
    {
        var arn = await cloud.Service.CreateTableAsync(
            new TableDefinition("declared", new TableKey("email"), new TableKey("reason"))
            {
                TimeToLiveAttribute = "ttl",
                PointInTimeRecovery = true,
                DeletionProtection = true,
                ServerSideEncryption = true,
                Tags = new Dictionary<string, string> { ["stack"] = "dev" },
            },
            Cancellation);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/declared", arn);

        var table = (await cloud.Client.DescribeTableAsync("declared", Cancellation)).Table;
        Assert.Equal(TableStatus.ACTIVE, table.TableStatus);
        Assert.Equal([("email", "HASH"), ("reason", "RANGE")], table.KeySchema.Select(key => (key.AttributeName, key.KeyType.Value)));
        Assert.Equal(BillingMode.PAY_PER_REQUEST, table.BillingModeSummary.BillingMode);
        Assert.True(table.DeletionProtectionEnabled);
        Assert.Equal(SSEStatus.ENABLED, table.SSEDescription.Status);
        Assert.Equal("ttl", (await cloud.Client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = "declared" }, Cancellation)).TimeToLiveDescription.AttributeName);
        var backups = await cloud.Client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "declared" }, Cancellation);
        Assert.Equal(PointInTimeRecoveryStatus.ENABLED, backups.ContinuousBackupsDescription.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus);
        var tags = await cloud.Client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn }, Cancellation);
        Assert.Equal([("stack", "dev")], tags.Tags.Select(tag => (tag.Key, tag.Value)));
    }

    [Fact]
    public async Task A_missing_table_is_another_error_for_its_backups_than_for_itself()
    {
        await Assert.ThrowsAsync<TableNotFoundException>(
            () => cloud.Client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "missing" }, Cancellation));
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => cloud.Client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = "missing" }, Cancellation));
    }

    [Fact]
    public async Task Tables_are_ready_although_the_clouds_clock_stands_still() => await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
        cloud.Service.CreateTableAsync(new TableDefinition($"still-{number}", new TableKey("id")), Cancellation))).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

    [Fact]
    public async Task A_protected_table_is_not_deleted_until_the_protection_is_off()
    {
        await cloud.Service.CreateTableAsync(new TableDefinition("protected", new TableKey("id")) { DeletionProtection = true }, Cancellation);
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => cloud.Client.DeleteTableAsync("protected", Cancellation));
        Assert.Equal("ValidationException", refusal.ErrorCode);
        await cloud.Client.UpdateTableAsync(new UpdateTableRequest { TableName = "protected", DeletionProtectionEnabled = false }, Cancellation);
        await cloud.Client.DeleteTableAsync("protected", Cancellation);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => cloud.Client.DescribeTableAsync("protected", Cancellation));
    }

    [Fact]
    public async Task Settings_of_a_missing_table_are_refused()
    {
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => cloud.Client.DescribeTimeToLiveAsync(new DescribeTimeToLiveRequest { TableName = "nothing" }, Cancellation));
    }

    [Fact]
    public async Task Enabling_time_to_live_twice_is_refused()
    {
        await cloud.Service.CreateTableAsync(new TableDefinition("twice", new TableKey("id")) { TimeToLiveAttribute = "ttl" }, Cancellation);
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => cloud.Client.UpdateTimeToLiveAsync(
            new UpdateTimeToLiveRequest { TableName = "twice", TimeToLiveSpecification = new TimeToLiveSpecification { AttributeName = "ttl", Enabled = true } }, Cancellation));
        Assert.Equal("TimeToLive is already enabled", refusal.Message);
    }

    [Fact]
    public async Task What_dynalite_would_ignore_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => cloud.Client.CreateTableAsync(
            new CreateTableRequest("streamed", [new KeySchemaElement("id", KeyType.HASH)], [new AttributeDefinition("id", ScalarAttributeType.S)], null)
            {
                BillingMode = BillingMode.PAY_PER_REQUEST,
                StreamSpecification = new StreamSpecification { StreamEnabled = true, StreamViewType = StreamViewType.NEW_IMAGE },
            },
            Cancellation));
        Assert.Contains("StreamSpecification", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_the_cloud_does_not_have_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<AmazonDynamoDBException>(() => cloud.Client.ListBackupsAsync(new ListBackupsRequest(), Cancellation));
        Assert.Contains("dynamodb ListBackups", refusal.Message, StringComparison.Ordinal);
    }
}
