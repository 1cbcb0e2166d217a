using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>The tables' own operations: what dynalite has is its, deletion protection, encryption, time to live and backups are kept here.</summary>
internal sealed class Tables(DynaliteClient dynalite, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, TableSettings> settings = new();

    /// <summary>The tables whose rows go by themselves, with the attribute that says when.</summary>
    public IEnumerable<(string Table, string Attribute)> Expiring =>
        settings.Where(table => table.Value.TimeToLiveAttribute is not null).Select(table => (table.Key, table.Value.TimeToLiveAttribute!));

    public async Task<JsonObject> CreateAsync(JsonObject input, CancellationToken cancellationToken)
    {
        input.Only(
            "TableName", "AttributeDefinitions", "KeySchema", "BillingMode", "ProvisionedThroughput", "LocalSecondaryIndexes", "GlobalSecondaryIndexes",
            "DeletionProtectionEnabled", "SSESpecification", "Tags");
        var asked = new TableSettings { DeletionProtection = input.Flag("DeletionProtectionEnabled") ?? false, ManagedKey = ManagedKey(input) ?? false };
        var output = await dynalite.CallAsync("CreateTable", Without(input, "DeletionProtectionEnabled", "SSESpecification", "Tags"), cancellationToken);
        var table = input.RequiredText("TableName");
        settings[table] = asked;
        if (input.List("Tags") is { Count: > 0 } tags)
        {
            await dynalite.CallAsync(
                "TagResource",
                new JsonObject { ["ResourceArn"] = output["TableDescription"]!["TableArn"]!.DeepClone(), ["Tags"] = tags.DeepClone() },
                cancellationToken);
        }

        return Complete(table, output, "TableDescription");
    }

    public async Task<JsonObject> DescribeAsync(JsonObject input, CancellationToken cancellationToken) =>
        Complete(input.Text("TableName"), await dynalite.CallAsync("DescribeTable", input, cancellationToken), "Table");

    public async Task<JsonObject> UpdateAsync(JsonObject input, CancellationToken cancellationToken)
    {
        input.Only(
            "TableName", "AttributeDefinitions", "BillingMode", "ProvisionedThroughput", "GlobalSecondaryIndexUpdates", "DeletionProtectionEnabled",
            "SSESpecification");
        var rest = Without(input, "DeletionProtectionEnabled", "SSESpecification");
        JsonObject output;
        if (rest.Count > 1 || input.Count == rest.Count)
        {
            output = await dynalite.CallAsync("UpdateTable", rest, cancellationToken);
        }
        else
        {
            var described = await dynalite.CallAsync("DescribeTable", rest, cancellationToken);
            output = new JsonObject { ["TableDescription"] = described["Table"]!.DeepClone() };
        }

        var table = input.RequiredText("TableName");
        var kept = SettingsOf(table);
        kept.DeletionProtection = input.Flag("DeletionProtectionEnabled") ?? kept.DeletionProtection;
        kept.ManagedKey = ManagedKey(input) ?? kept.ManagedKey;
        return Complete(table, output, "TableDescription");
    }

    public async Task<JsonObject> DeleteAsync(JsonObject input, CancellationToken cancellationToken)
    {
        var table = input.Text("TableName") ?? "";
        if (settings.TryGetValue(table, out var kept) && kept.DeletionProtection)
        {
            throw new AwsException(
                "ValidationException", "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.");
        }

        var output = await dynalite.CallAsync("DeleteTable", input, cancellationToken);
        settings.TryRemove(table, out _);
        return output;
    }

    public async Task<JsonObject> DescribeTimeToLiveAsync(JsonObject input, CancellationToken cancellationToken) => new()
    {
        ["TimeToLiveDescription"] = await ExistingAsync(input, cancellationToken) is { TimeToLiveAttribute: { } attribute }
            ? new JsonObject { ["TimeToLiveStatus"] = "ENABLED", ["AttributeName"] = attribute }
            : new JsonObject { ["TimeToLiveStatus"] = "DISABLED" },
    };

    public async Task<JsonObject> UpdateTimeToLiveAsync(JsonObject input, CancellationToken cancellationToken)
    {
        input.Only("TableName", "TimeToLiveSpecification");
        var kept = await ExistingAsync(input, cancellationToken);
        var asked = input.Structure("TimeToLiveSpecification") ?? [];
        var attribute = asked.RequiredText("AttributeName");
        var enable = asked.Flag("Enabled") ?? false;
        if (enable == (kept.TimeToLiveAttribute is not null))
        {
            throw new AwsException("ValidationException", $"TimeToLive is already {(enable ? "enabled" : "disabled")}");
        }

        if (!enable && attribute != kept.TimeToLiveAttribute)
        {
            throw new AwsException("ValidationException", $"TimeToLive is active on a different AttributeName: current AttributeName is {kept.TimeToLiveAttribute}");
        }

        kept.TimeToLiveAttribute = enable ? attribute : null;
        return new JsonObject { ["TimeToLiveSpecification"] = asked.DeepClone() };
    }

    public async Task<JsonObject> DescribeContinuousBackupsAsync(JsonObject input, CancellationToken cancellationToken) =>
        Backups(await BackedUpAsync(input, cancellationToken));

    public async Task<JsonObject> UpdateContinuousBackupsAsync(JsonObject input, CancellationToken cancellationToken)
    {
        input.Only("TableName", "PointInTimeRecoverySpecification");
        var asked = input.Structure("PointInTimeRecoverySpecification") ?? [];
        asked.Only("PointInTimeRecoveryEnabled");
        var kept = await BackedUpAsync(input, cancellationToken);
        kept.PointInTimeRecoverySince = asked.Flag("PointInTimeRecoveryEnabled") == true ? kept.PointInTimeRecoverySince ?? time.GetUtcNow() : null;
        return Backups(kept);
    }

    // The backups themselves are AWS's affair: there is nothing here to restore a table from.
    private JsonObject Backups(TableSettings kept)
    {
        JsonObject recovery = new() { ["PointInTimeRecoveryStatus"] = kept.PointInTimeRecoverySince is null ? "DISABLED" : "ENABLED" };
        if (kept.PointInTimeRecoverySince is { } since)
        {
            recovery["RecoveryPeriodInDays"] = 35;
            recovery["EarliestRestorableDateTime"] = JsonValue.Create(since);
            recovery["LatestRestorableDateTime"] = JsonValue.Create(time.GetUtcNow());
        }

        return new JsonObject
        {
            ["ContinuousBackupsDescription"] = new JsonObject { ["ContinuousBackupsStatus"] = "ENABLED", ["PointInTimeRecoveryDescription"] = recovery },
        };
    }

    /// <summary>The backups' operations have an error of their own for a missing table.</summary>
    private async Task<TableSettings> BackedUpAsync(JsonObject input, CancellationToken cancellationToken)
    {
        try
        {
            return await ExistingAsync(input, cancellationToken);
        }
        catch (AwsException missing) when (missing.Code == "ResourceNotFoundException")
        {
            throw new AwsException("TableNotFoundException", $"Table not found: {input.Text("TableName")}");
        }
    }

    private async Task<TableSettings> ExistingAsync(JsonObject input, CancellationToken cancellationToken)
    {
        var table = input.RequiredText("TableName");
        await dynalite.CallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, cancellationToken);
        return SettingsOf(table);
    }

    private TableSettings SettingsOf(string table) => settings.GetOrAdd(table, _ => new TableSettings());

    private JsonObject Complete(string? table, JsonObject output, string member)
    {
        if (table is not null && settings.TryGetValue(table, out var kept) && output[member] is JsonObject description)
        {
            description["DeletionProtectionEnabled"] = kept.DeletionProtection;
            if (kept.ManagedKey)
            {
                description["SSEDescription"] = new JsonObject
                {
                    ["Status"] = "ENABLED",
                    ["SSEType"] = "KMS",
                    ["KMSMasterKeyArn"] = Account.Arn("kms", "alias/aws/dynamodb"),
                };
            }
        }

        return output;
    }

    private static bool? ManagedKey(JsonObject input)
    {
        var specification = input.Structure("SSESpecification");
        specification?.Only("Enabled", "SSEType");
        return specification?.Flag("Enabled");
    }

    private static JsonObject Without(JsonObject input, params string[] members) =>
        new(input.Where(member => !members.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
