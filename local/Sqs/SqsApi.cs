using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>SQS on the wire: JSON 1.0, and Query for clients from before 2023.</summary>
public static class SqsApi
{
    public static AwsApi For(Queues queues)
    {
        var administration = new QueueOperations(queues);
        var messages = new MessageOperations(administration);
        var batches = new BatchOperations(administration);
        return new AwsApi("sqs")
        {
            TargetPrefix = "AmazonSQS",
            QueryVersion = "2012-11-05",
            XmlNamespace = "http://queue.amazonaws.com/doc/2012-11-05/",
            QueryShapes = QueryShapes,
            QueryErrorCodes = SqsErrors.QueryCodes,
            Permissions = SqsPermissions.Table,
        }
            .Add("CreateQueue", Sync(administration.Create))
            .Add("DeleteQueue", Sync(administration.Delete))
            .Add("GetQueueUrl", Sync(administration.GetUrl))
            .Add("ListQueues", Sync(administration.List))
            .Add("GetQueueAttributes", Sync(administration.GetAttributes))
            .Add("SetQueueAttributes", Sync(administration.SetAttributes))
            .Add("PurgeQueue", Sync(administration.Purge))
            .Add("TagQueue", Sync(administration.Tag))
            .Add("UntagQueue", Sync(administration.Untag))
            .Add("ListQueueTags", Sync(administration.ListTags))
            .Add("SendMessage", Sync(messages.Send))
            .Add("ReceiveMessage", messages.ReceiveAsync)
            .Add("DeleteMessage", Sync(messages.Delete))
            .Add("ChangeMessageVisibility", Sync(messages.ChangeVisibility))
            .Add("SendMessageBatch", Sync(batches.Send))
            .Add("DeleteMessageBatch", Sync(batches.Delete))
            .Add("ChangeMessageVisibilityBatch", Sync(batches.ChangeVisibility));
    }

    // The names of the service model's 2012-11-05 Query form, in which every list and map is flattened.
    private static readonly QueryShape[] QueryShapes =
    [
        new("Attributes", "Attribute", "Name", "Value"),
        new("AttributeNames", "AttributeName"),
        new("MessageAttributes", "MessageAttribute", "Name", "Value"),
        new("MessageAttributeNames", "MessageAttributeName"),
        new("MessageSystemAttributes", "MessageSystemAttribute", "Name", "Value"),
        new("MessageSystemAttributeNames", "MessageSystemAttributeName"),
        new("tags", "Tag", "Key", "Value") { Operation = "CreateQueue" },
        new("Tags", "Tag", "Key", "Value"),
        new("TagKeys", "TagKey"),
        new("Messages", "Message"),
        new("QueueUrls", "QueueUrl"),
        new("Failed", "BatchResultErrorEntry"),
        .. Batch("SendMessageBatch"),
        .. Batch("DeleteMessageBatch"),
        .. Batch("ChangeMessageVisibilityBatch"),
    ];

    private static QueryShape[] Batch(string operation) =>
    [
        new("Entries", operation + "RequestEntry") { Operation = operation },
        new("Successful", operation + "ResultEntry") { Operation = operation },
    ];

    private static AwsOperation Sync(Func<AwsRequest, JsonObject> behaviour) => (request, _) => Task.FromResult<AwsResponse>(behaviour(request));
}
