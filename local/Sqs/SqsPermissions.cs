using SesCompliance.Local.Iam;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>What SQS's operations need; a batch needs what its entries need. Denials write the action in small letters.</summary>
internal static class SqsPermissions
{
    public const string SendMessage = "sqs:SendMessage";

    private const string BatchSuffix = "Batch";

    public static Denial Denial { get; } = new("AccessDeniedException", 403)
    {
        Wording = decision => Denial.Sentence(decision, decision.Request.Action.ToLowerInvariant()),
    };

    public static PermissionTable Table { get; } = Batches(new PermissionTable(Denial)
        .Add(
            "sqs", QueueOfUrl,
            "ChangeMessageVisibility", "DeleteMessage", "DeleteQueue", "GetQueueAttributes", "ListQueueTags", "PurgeQueue", "ReceiveMessage", "SendMessage",
            "SetQueueAttributes", "TagQueue", "UntagQueue")
        .Add("sqs", request => Account.Arn("sqs", request.Input.Text("QueueName") ?? ""), "CreateQueue", "GetQueueUrl")
        .Add("sqs", _ => Account.Arn("sqs", ""), "ListQueues"));

    private static PermissionTable Batches(PermissionTable table)
    {
        foreach (var operation in (string[])["ChangeMessageVisibilityBatch", "DeleteMessageBatch", "SendMessageBatch"])
        {
            table.Add(operation, request => [new Permission($"sqs:{operation[..^BatchSuffix.Length]}", QueueOfUrl(request))]);
        }

        return table;
    }

    private static string QueueOfUrl(AwsRequest request)
    {
        var url = request.Input.Text("QueueUrl") ?? "";
        return Account.Arn("sqs", url[(url.LastIndexOf('/') + 1)..]);
    }
}
