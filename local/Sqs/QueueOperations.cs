using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>The operations on queues.</summary>
internal sealed class QueueOperations(Queues queues)
{
    private const int MostListed = 1000;

    public Queue Find(AwsRequest request)
    {
        var url = request.Input.Text("QueueUrl") ?? throw SqsErrors.Missing("QueueUrl");
        return url.Split('/') is [.., Account.Id, var name] ? queues.Named(name) : throw new AwsException("QueueDoesNotExist", $"The address {url} is not valid for this endpoint.");
    }

    public JsonObject Create(AwsRequest request)
    {
        request.Input.Only("QueueName", "Attributes", "tags");
        var name = request.Input.Text("QueueName") ?? throw SqsErrors.Missing("QueueName");
        return new JsonObject { ["QueueUrl"] = Url(request, queues.Create(name, Texts(request.Input, "Attributes"), Texts(request.Input, "tags"))) };
    }

    public JsonObject Delete(AwsRequest request)
    {
        queues.Delete(Find(request).Name);
        return [];
    }

    public JsonObject GetUrl(AwsRequest request)
    {
        request.Input.Only("QueueName", "QueueOwnerAWSAccountId");
        var name = request.Input.Text("QueueName") ?? throw SqsErrors.Missing("QueueName");
        return request.Input.Text("QueueOwnerAWSAccountId") is null or Account.Id
            ? new JsonObject { ["QueueUrl"] = Url(request, queues.Named(name)) }
            : throw SqsErrors.NoQueue();
    }

    public JsonObject List(AwsRequest request)
    {
        request.Input.Only("QueueNamePrefix", "MaxResults", "NextToken");
        var prefix = request.Input.Text("QueueNamePrefix") ?? "";
        var asked = request.Input.Integer("MaxResults");
        if (asked is < 1 or > MostListed)
        {
            throw SqsErrors.OutOfRange(asked, "MaxResults", 1, MostListed);
        }

        var found = queues.All.Where(queue => queue.Name.StartsWith(prefix, StringComparison.Ordinal));
        var page = Page.Of(found, queue => queue.Name, request.Input.Text("NextToken"), asked ?? MostListed, "InvalidParameterValueException");

        // Only who asks for pages gets a token; an empty list is left out of the answer.
        return new JsonObject
        {
            ["QueueUrls"] = page.Items.Count > 0 ? new JsonArray([.. page.Items.Select(queue => JsonValue.Create(Url(request, queue)))]) : null,
            ["NextToken"] = asked is null ? null : page.NextToken,
        };
    }

    public JsonObject GetAttributes(AwsRequest request)
    {
        request.Input.Only("QueueUrl", "AttributeNames");
        var all = Attributes(Find(request));
        var asked = request.Input.Texts("AttributeNames");
        if (asked.Contains("All"))
        {
            return new JsonObject { ["Attributes"] = new JsonObject(all.Select(attribute => KeyValuePair.Create(attribute.Key, (JsonNode?)attribute.Value))) };
        }

        // Attributes that SQS has but this queue lacks are left out of the answer.
        JsonObject found = [];
        foreach (var name in asked)
        {
            if (all.TryGetValue(name, out var value))
            {
                found[name] = value;
            }
            else if (!Optional.Contains(name))
            {
                throw new AwsException("InvalidAttributeName", $"Unknown Attribute {name}.");
            }
        }

        return found.Count > 0 ? new JsonObject { ["Attributes"] = found } : [];
    }

    public JsonObject SetAttributes(AwsRequest request)
    {
        request.Input.Only("QueueUrl", "Attributes");
        queues.SetAttributes(Find(request), Texts(request.Input, "Attributes"));
        return [];
    }

    public JsonObject Purge(AwsRequest request)
    {
        Find(request).Purge();
        return [];
    }

    public JsonObject Tag(AwsRequest request)
    {
        var queue = Find(request);
        foreach (var (key, value) in Texts(request.Input, "Tags"))
        {
            queue.Tags[key] = value;
        }

        return [];
    }

    public JsonObject Untag(AwsRequest request)
    {
        var queue = Find(request);
        foreach (var key in request.Input.Texts("TagKeys"))
        {
            queue.Tags.Remove(key);
        }

        return [];
    }

    public JsonObject ListTags(AwsRequest request)
    {
        var tags = Find(request).Tags;
        return tags.Count == 0 ? [] : new JsonObject { ["Tags"] = new JsonObject(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))) };
    }

    private static readonly HashSet<string> Optional =
    [
        "Policy", "RedrivePolicy", "RedriveAllowPolicy", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds", "FifoQueue", "ContentBasedDeduplication",
        "DeduplicationScope", "FifoThroughputLimit",
    ];

    // As the client addressed the cloud, so that the URL works for that client.
    private static string Url(AwsRequest request, Queue queue) => $"http://{request.Headers.GetValueOrDefault("Host")}/{Account.Id}/{queue.Name}";

    private static Dictionary<string, string> Attributes(Queue queue)
    {
        var (waiting, inFlight, delayed) = queue.Count();
        return new Dictionary<string, string>(queue.Settings.Values)
        {
            ["QueueArn"] = queue.Arn,
            ["ApproximateNumberOfMessages"] = Write(waiting),
            ["ApproximateNumberOfMessagesNotVisible"] = Write(inFlight),
            ["ApproximateNumberOfMessagesDelayed"] = Write(delayed),
            ["CreatedTimestamp"] = Write(queue.CreatedAt.ToUnixTimeSeconds()),
            ["LastModifiedTimestamp"] = Write(queue.ModifiedAt.ToUnixTimeSeconds()),
        };
    }

    private static Dictionary<string, string> Texts(JsonObject input, string member)
    {
        var map = input.Structure(member) ?? [];
        return map.ToDictionary(entry => entry.Key, entry => map.RequiredText(entry.Key));
    }

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
