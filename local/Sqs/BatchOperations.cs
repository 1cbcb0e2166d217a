using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>The batch operations: up to ten entries, each of which succeeds or fails by itself.</summary>
internal sealed class BatchOperations(QueueOperations queues)
{
    private const int MostEntries = 10;

    public JsonObject Send(AwsRequest request) => Each(request, (queue, entry) => MessageOperations.Send(queue, entry, request));

    public JsonObject Delete(AwsRequest request) => Each(request, (queue, entry) =>
    {
        queue.Delete(MessageOperations.Handle(entry));
        return [];
    });

    public JsonObject ChangeVisibility(AwsRequest request) => Each(request, MessageOperations.ChangeVisibility);

    private JsonObject Each(AwsRequest request, Func<Queue, JsonObject, JsonObject> carryOut)
    {
        request.Input.Only("QueueUrl", "Entries");
        var queue = queues.Find(request);
        JsonArray successful = [];
        JsonArray failed = [];
        foreach (var entry in Entries(request.Input))
        {
            var id = entry.Text("Id");
            try
            {
                var result = carryOut(queue, entry);
                result["Id"] = id;
                successful.Add(result);
            }
            catch (AwsException refusal)
            {
                failed.Add(new JsonObject
                {
                    ["Id"] = id,
                    ["SenderFault"] = true,
                    ["Code"] = SqsErrors.QueryCodes.GetValueOrDefault(refusal.Code) ?? refusal.Code,
                    ["Message"] = refusal.Message,
                });
            }
        }

        return new JsonObject { ["Successful"] = successful.Count > 0 ? successful : null, ["Failed"] = failed.Count > 0 ? failed : null };
    }

    private static IReadOnlyList<JsonObject> Entries(JsonObject input)
    {
        var entries = input.Structures("Entries");
        return entries.Count switch
        {
            0 => throw new AwsException("EmptyBatchRequest", "There should be at least one entry in the request."),
            > MostEntries => throw new AwsException("TooManyEntriesInBatchRequest", $"Maximum number of entries per request are {MostEntries}. You have sent {entries.Count}."),
            _ when entries.Any(entry => string.IsNullOrEmpty(entry.Text("Id"))) => throw new AwsException("InvalidBatchEntryId", "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long."),
            _ when entries.Select(entry => entry.Text("Id")).Distinct().Count() < entries.Count => throw new AwsException("BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id."),
            _ => entries,
        };
    }
}
