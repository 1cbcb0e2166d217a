using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>DynamoDB on the wire (JSON 1.0, 2012-08-10): rows are dynalite's, table settings that it lacks are the cloud's own.</summary>
internal static class DynamoDbApi
{
    public const string Target = "DynamoDB_20120810";

    private static readonly string[] Forwarded =
    [
        "BatchGetItem", "BatchWriteItem", "DeleteItem", "GetItem", "ListTables", "ListTagsOfResource", "PutItem", "Query", "Scan", "TagResource",
        "UntagResource", "UpdateItem",
    ];

    public static AwsApi Create(DynaliteClient dynalite, Tables tables, DynamoDbFaults faults)
    {
        var api = new AwsApi("dynamodb") { TargetPrefix = Target, Permissions = DynamoDbPermissions.Table };
        foreach (var operation in Forwarded)
        {
            api.Add(operation, (request, cancellation) => FaultyAsync(
                faults, request, () => dynalite.SendAsync(request.Operation, request.Body, cancellation), cancellation));
        }

        Add("CreateTable", tables.CreateAsync);
        Add("DescribeTable", tables.DescribeAsync);
        Add("UpdateTable", tables.UpdateAsync);
        Add("DeleteTable", tables.DeleteAsync);
        Add("DescribeTimeToLive", tables.DescribeTimeToLiveAsync);
        Add("UpdateTimeToLive", tables.UpdateTimeToLiveAsync);
        Add("DescribeContinuousBackups", tables.DescribeContinuousBackupsAsync);
        Add("UpdateContinuousBackups", tables.UpdateContinuousBackupsAsync);
        return api;

        void Add(string operation, Func<JsonObject, CancellationToken, Task<JsonObject>> behaviour) => api.Add(operation, (request, cancellation) =>
            FaultyAsync(faults, request, async () => await behaviour(request.Input, cancellation), cancellation));
    }

    private static async Task<AwsResponse> FaultyAsync(
        DynamoDbFaults faults, AwsRequest request, Func<Task<AwsResponse>> carryOut, CancellationToken cancellationToken)
    {
        switch (TablesOf(request.Input).Select(table => faults.Strike(table, request.Operation)).FirstOrDefault(fault => fault is not null))
        {
            case DynamoDbFault.ServerError:
                throw new AwsException("InternalServerError", "Internal server error", 500);
            case DynamoDbFault.Throttling:
                throw new AwsException(
                    "ProvisionedThroughputExceededException",
                    "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.");
            case DynamoDbFault.NoAnswer:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return AwsResponse.Empty;
            case DynamoDbFault.LostAnswer:
                return await carryOut() with { BreaksConnection = true };
            default:
                return await carryOut();
        }
    }

    // One table, or, in a batch, the tables that its requests are grouped by.
    private static IEnumerable<string> TablesOf(JsonObject input) => input["TableName"] is JsonValue name && name.TryGetValue(out string? table)
        ? [table]
        : (input["RequestItems"] as JsonObject)?.Select(item => item.Key) ?? [];
}
