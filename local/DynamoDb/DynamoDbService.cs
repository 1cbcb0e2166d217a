using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>The cloud's DynamoDB: dynalite's rows behind the cloud's own door.</summary>
public sealed class DynamoDbService : ITables, IAsyncDisposable
{
    private static readonly TimeSpan StatusPoll = TimeSpan.FromMilliseconds(5);

    private readonly Dynalite dynalite;
    private readonly DynaliteClient client;
    private readonly Tables tables;
    private readonly ExpiredRows expiredRows;

    private DynamoDbService(Dynalite dynalite, TimeProvider time)
    {
        this.dynalite = dynalite;
        client = new DynaliteClient(dynalite);
        tables = new Tables(client, time);
        expiredRows = new ExpiredRows(client, tables, time);
        Api = DynamoDbApi.Create(client, tables, Faults);
    }

    public AwsApi Api { get; }

    /// <summary>Makes tables fail on purpose.</summary>
    public DynamoDbFaults Faults { get; } = new();

    /// <summary>The id of the process that holds the rows.</summary>
    public int ProcessId => dynalite.ProcessId;

    /// <exception cref="DynamoDbUnavailableException">Node.js or dynalite is not installed; the message says what to do.</exception>
    public static async Task<DynamoDbService> StartAsync(TimeProvider time, CancellationToken cancellationToken = default) =>
        new(await Dynalite.StartAsync(cancellationToken), time);

    public async Task<string> CreateTableAsync(TableDefinition definition, CancellationToken cancellationToken)
    {
        TableKey[] keys = definition.Range is null ? [definition.Hash] : [definition.Hash, definition.Range];
        var created = await tables.CreateAsync(
            new JsonObject
            {
                ["TableName"] = definition.Name,
                ["BillingMode"] = "PAY_PER_REQUEST",
                ["AttributeDefinitions"] = List(keys, key => new JsonObject { ["AttributeName"] = key.Attribute, ["AttributeType"] = key.Type }),
                ["KeySchema"] = List(keys, key => new JsonObject { ["AttributeName"] = key.Attribute, ["KeyType"] = key == definition.Hash ? "HASH" : "RANGE" }),
                ["DeletionProtectionEnabled"] = definition.DeletionProtection,
                ["SSESpecification"] = new JsonObject { ["Enabled"] = definition.ServerSideEncryption },
                ["Tags"] = List(definition.Tags, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }),
            },
            cancellationToken);
        if (definition.TimeToLiveAttribute is { } attribute)
        {
            await SetTimeToLiveAsync(definition.Name, attribute, true, cancellationToken);
        }

        if (definition.PointInTimeRecovery)
        {
            await SetRecoveryAsync(definition.Name, true, cancellationToken);
        }

        // As a deployment on AWS does: a table that is still being created takes no rows. The wait is for a process of this machine, so by its clock.
        while (await StatusAsync(definition.Name, cancellationToken) != "ACTIVE")
        {
            await Task.Delay(StatusPoll, TimeProvider.System, cancellationToken);
        }

        return (string)created["TableDescription"]!["TableArn"]!;
    }

    public async Task UpdateTableAsync(TableDefinition definition, CancellationToken cancellationToken)
    {
        var name = definition.Name;
        var table = await tables.UpdateAsync(
            new JsonObject
            {
                ["TableName"] = name,
                ["DeletionProtectionEnabled"] = definition.DeletionProtection,
                ["SSESpecification"] = new JsonObject { ["Enabled"] = definition.ServerSideEncryption },
            },
            cancellationToken);
        await SetTagsAsync((string)table["TableDescription"]!["TableArn"]!, definition.Tags, cancellationToken);
        await SetRecoveryAsync(name, definition.PointInTimeRecovery, cancellationToken);
        var expiring = tables.Expiring.FirstOrDefault(one => one.Table == name).Attribute;
        if (expiring is not null && expiring != definition.TimeToLiveAttribute)
        {
            await SetTimeToLiveAsync(name, expiring, false, cancellationToken);
        }

        if (definition.TimeToLiveAttribute is { } attribute && attribute != expiring)
        {
            await SetTimeToLiveAsync(name, attribute, true, cancellationToken);
        }
    }

    public Task DeleteTableAsync(string name, CancellationToken cancellationToken) => tables.DeleteAsync(new JsonObject { ["TableName"] = name }, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await expiredRows.DisposeAsync();
        client.Dispose();
        await dynalite.DisposeAsync();
    }

    private async Task SetTagsAsync(string arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken)
    {
        var there = await client.CallAsync("ListTagsOfResource", new JsonObject { ["ResourceArn"] = arn }, cancellationToken);
        var gone = there["Tags"]!.AsArray().Select(tag => (string)tag!["Key"]!).Except(tags.Keys).ToList();
        if (gone.Count > 0)
        {
            await client.CallAsync("UntagResource", new JsonObject { ["ResourceArn"] = arn, ["TagKeys"] = new JsonArray([.. gone.Select(key => JsonValue.Create(key))]) }, cancellationToken);
        }

        if (tags.Count > 0)
        {
            await client.CallAsync(
                "TagResource",
                new JsonObject { ["ResourceArn"] = arn, ["Tags"] = List(tags, tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value }) },
                cancellationToken);
        }
    }

    private Task<JsonObject> SetTimeToLiveAsync(string table, string attribute, bool enabled, CancellationToken cancellationToken) => tables.UpdateTimeToLiveAsync(
        new JsonObject { ["TableName"] = table, ["TimeToLiveSpecification"] = new JsonObject { ["AttributeName"] = attribute, ["Enabled"] = enabled } },
        cancellationToken);

    private Task<JsonObject> SetRecoveryAsync(string table, bool enabled, CancellationToken cancellationToken) => tables.UpdateContinuousBackupsAsync(
        new JsonObject { ["TableName"] = table, ["PointInTimeRecoverySpecification"] = new JsonObject { ["PointInTimeRecoveryEnabled"] = enabled } },
        cancellationToken);

    private async Task<string?> StatusAsync(string table, CancellationToken cancellationToken) =>
        (string?)(await tables.DescribeAsync(new JsonObject { ["TableName"] = table }, cancellationToken))["Table"]!["TableStatus"];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
