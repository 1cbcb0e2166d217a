using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>
/// Removes rows whose time to live is over. DynamoDB promises no moment, only "within a few days"
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html); here it is within the hour.
/// </summary>
internal sealed class ExpiredRows : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    // DynamoDB leaves rows alone whose time is more than five years past, in case it was written in another unit.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(5 * 365);

    private readonly DynaliteClient dynalite;
    private readonly Tables tables;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task sweeping;

    public ExpiredRows(DynaliteClient dynalite, Tables tables, TimeProvider time)
    {
        this.dynalite = dynalite;
        this.tables = tables;
        this.time = time;
        sweeping = SweepAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await sweeping;
        stopping.Dispose();
    }

    private async Task SweepAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                foreach (var (table, attribute) in tables.Expiring.ToList())
                {
                    await SweepAsync(table, attribute);
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task SweepAsync(string table, string attribute)
    {
        try
        {
            var described = await dynalite.CallAsync("DescribeTable", new JsonObject { ["TableName"] = table }, stopping.Token);
            string[] keys = [.. described["Table"]!["KeySchema"]!.AsArray().Select(key => (string)key!["AttributeName"]!)];
            JsonNode? next = null;
            do
            {
                var page = await dynalite.CallAsync("Scan", Scan(table, attribute, next), stopping.Token);
                foreach (var row in page["Items"]!.AsArray())
                {
                    await DeleteAsync(table, attribute, keys, row!.AsObject());
                }

                next = page["LastEvaluatedKey"]?.DeepClone();
            }
            while (next is not null);
        }
        catch (AwsException)
        {
            // The table went, or dynalite did; the next round sees what there is.
        }
    }

    private JsonObject Scan(string table, string attribute, JsonNode? next)
    {
        var scan = Expired(attribute);
        scan["TableName"] = table;
        scan["FilterExpression"] = "#ttl BETWEEN :oldest AND :now";
        scan["ExclusiveStartKey"] = next;
        return scan;
    }

    private async Task DeleteAsync(string table, string attribute, string[] keys, JsonObject row)
    {
        var delete = Expired(attribute);
        delete["TableName"] = table;
        delete["Key"] = new JsonObject(keys.Select(key => KeyValuePair.Create(key, row[key]?.DeepClone())));
        // The row may have got a later time since the scan.
        delete["ConditionExpression"] = "#ttl BETWEEN :oldest AND :now";
        try
        {
            await dynalite.CallAsync("DeleteItem", delete, stopping.Token);
        }
        catch (AwsException refusal) when (refusal.Code == "ConditionalCheckFailedException")
        {
        }
    }

    private JsonObject Expired(string attribute)
    {
        var now = time.GetUtcNow();
        return new JsonObject
        {
            ["ExpressionAttributeNames"] = new JsonObject { ["#ttl"] = attribute },
            ["ExpressionAttributeValues"] = new JsonObject { [":oldest"] = Seconds(now - Oldest), [":now"] = Seconds(now) },
        };
    }

    private static JsonObject Seconds(DateTimeOffset at) => new() { ["N"] = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) };
}
