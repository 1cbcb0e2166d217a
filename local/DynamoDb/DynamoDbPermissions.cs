using System.Text.Json.Nodes;
using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.DynamoDb;

/// <summary>What DynamoDB's operations need: the action of the same name on the table (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html).</summary>
internal static class DynamoDbPermissions
{
    public static PermissionTable Table { get; } = new PermissionTable(new Denial("AccessDeniedException", 400))
        .Add(
            "dynamodb", request => TableArn(request.Input.RequiredText("TableName")),
            "CreateTable", "DeleteItem", "DeleteTable", "DescribeContinuousBackups", "DescribeTable", "DescribeTimeToLive", "GetItem", "PutItem", "Query", "Scan",
            "UpdateContinuousBackups", "UpdateItem", "UpdateTable", "UpdateTimeToLive")
        .Add("BatchGetItem", EachTable)
        .Add("BatchWriteItem", EachTable)
        .Add("dynamodb", _ => TableArn("*"), "ListTables")
        .Add("dynamodb", request => request.Input.RequiredText("ResourceArn"), "ListTagsOfResource", "TagResource", "UntagResource");

    private static IEnumerable<Permission> EachTable(AwsRequest request) =>
        (request.Input["RequestItems"] as JsonObject ?? []).Select(table => new Permission($"dynamodb:{request.Operation}", TableArn(table.Key)));

    /// <param name="table">A name, or an ARN already.</param>
    private static string TableArn(string table) => table.StartsWith("arn:", StringComparison.Ordinal) ? table : Account.Arn("dynamodb", $"table/{table}");
}
