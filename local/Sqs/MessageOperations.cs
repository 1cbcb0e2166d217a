using System.Globalization;
using System.Text.Json.Nodes;
using SesCompliance.Local.Wire;

namespace SesCompliance.Local.Sqs;

/// <summary>The operations on messages.</summary>
internal sealed class MessageOperations(QueueOperations queues)
{
    private const int MostReceived = 10;

    private const int LongestWait = 20;

    private const int LongestVisibility = 43_200;

    private const int LongestDelay = 900;

    public JsonObject Send(AwsRequest request) => Send(queues.Find(request), request.Input, request);

    public static JsonObject Send(Queue queue, JsonObject input, AwsRequest request)
    {
        input.Only("QueueUrl", "Id", "MessageBody", "DelaySeconds", "MessageAttributes");
        var attributes = (JsonObject?)input.Structure("MessageAttributes")?.DeepClone();
        var body = input.Text("MessageBody") ?? throw SqsErrors.Missing("MessageBody");
        var message = queue.Send(body, attributes, request.Caller.UserId, Seconds(input, "DelaySeconds", LongestDelay));
        return new JsonObject
        {
            ["MessageId"] = message.Id,
            ["MD5OfMessageBody"] = MessageDigest.Of(body),
            ["MD5OfMessageAttributes"] = MessageDigest.Of(attributes),
        };
    }

    public async Task<AwsResponse> ReceiveAsync(AwsRequest request, CancellationToken cancellationToken)
    {
        var input = request.Input;
        input.Only(
            "QueueUrl", "AttributeNames", "MessageSystemAttributeNames", "MessageAttributeNames", "MaxNumberOfMessages", "VisibilityTimeout", "WaitTimeSeconds");
        var most = input.Integer("MaxNumberOfMessages") ?? 1;
        if (most is < 1 or > MostReceived)
        {
            throw SqsErrors.OutOfRange(most, "MaxNumberOfMessages", 1, MostReceived);
        }

        var received = await queues.Find(request).ReceiveAsync(
            most, Seconds(input, "VisibilityTimeout", LongestVisibility), Seconds(input, "WaitTimeSeconds", LongestWait), cancellationToken);
        string[] system = [.. input.Texts("AttributeNames"), .. input.Texts("MessageSystemAttributeNames")];
        var custom = input.Texts("MessageAttributeNames");
        return received.Count == 0
            ? AwsResponse.Empty
            : new JsonObject { ["Messages"] = new JsonArray([.. received.Select(message => Write(message, system, custom))]) };
    }

    public JsonObject Delete(AwsRequest request)
    {
        queues.Find(request).Delete(Handle(request.Input));
        return [];
    }

    public JsonObject ChangeVisibility(AwsRequest request) => ChangeVisibility(queues.Find(request), request.Input);

    public static JsonObject ChangeVisibility(Queue queue, JsonObject input)
    {
        queue.ChangeVisibility(Handle(input), Seconds(input, "VisibilityTimeout", LongestVisibility) ?? throw SqsErrors.Missing("VisibilityTimeout"));
        return [];
    }

    public static string Handle(JsonObject input) => input.Text("ReceiptHandle") ?? throw SqsErrors.Missing("ReceiptHandle");

    private static JsonObject Write(ReceivedMessage received, string[] system, IReadOnlyList<string> custom)
    {
        var message = received.Message;
        var systemAttributes = SystemAttributes(received).Where(attribute => system.Contains("All") || system.Contains(attribute.Key)).ToList();
        var attributes = (message.Attributes ?? []).Where(attribute => custom.Any(name => Matches(name, attribute.Key))).ToList();
        var chosen = attributes.Count == 0 ? null : new JsonObject(attributes.Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value?.DeepClone())));
        return new JsonObject
        {
            ["MessageId"] = message.Id,
            ["ReceiptHandle"] = received.ReceiptHandle,
            ["MD5OfBody"] = MessageDigest.Of(message.Body),
            ["Body"] = message.Body,
            ["Attributes"] = systemAttributes.Count == 0 ? null : new JsonObject(systemAttributes),
            ["MD5OfMessageAttributes"] = MessageDigest.Of(chosen),
            ["MessageAttributes"] = chosen,
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> SystemAttributes(ReceivedMessage received) =>
    [
        KeyValuePair.Create("SenderId", (JsonNode?)received.Message.SenderId),
        KeyValuePair.Create("ApproximateFirstReceiveTimestamp", (JsonNode?)Milliseconds(received.Message.FirstReceivedAt!.Value)),
        KeyValuePair.Create("ApproximateReceiveCount", (JsonNode?)received.ReceiveCount.ToString(CultureInfo.InvariantCulture)),
        KeyValuePair.Create("SentTimestamp", (JsonNode?)Milliseconds(received.Message.SentAt)),
    ];

    // All, a name, or a prefix with an asterisk after its dot.
    private static bool Matches(string asked, string name) => asked is "All" or ".*" || asked == name
        || (asked.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(asked[..^1], StringComparison.Ordinal));

    private static TimeSpan? Seconds(JsonObject input, string parameter, int most) => input.Integer(parameter) switch
    {
        null => null,
        { } seconds when seconds >= 0 && seconds <= most => TimeSpan.FromSeconds(seconds),
        var other => throw SqsErrors.OutOfRange(other, parameter, 0, most),
    };

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
