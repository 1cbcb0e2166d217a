using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.SQS.Model;

namespace SesCompliance.Ops.Feedback;

/// <summary>A message of a dead-letter queue.</summary>
/// <param name="Id">SQS's message id.</param>
/// <param name="Since">When it came into the queue.</param>
/// <param name="Why">Why it is there, as SNS or Lambda noted it.</param>
/// <param name="Messages">What SES said; none where it can't be read.</param>
/// <param name="Problem">Why it can't be replayed; null where it can.</param>
public sealed record DeadLetter(QueueKind Queue, string Id, DateTimeOffset Since, string Why, IReadOnlyList<SesMessage> Messages, string? Problem)
{
    private const string NotText = "its JSON is not what SNS or Lambda write";

    [JsonIgnore]
    public required string ReceiptHandle { get; init; }

    public static DeadLetter Read(QueueKind queue, Message message)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(message.Attributes["SentTimestamp"], CultureInfo.InvariantCulture));
        var letter = new DeadLetter(queue, message.MessageId, since, "unknown", [], NotText) { ReceiptHandle = message.ReceiptHandle };
        try
        {
            using var body = JsonDocument.Parse(message.Body);
            return body.RootElement.ValueKind != JsonValueKind.Object ? letter
                : queue == QueueKind.Undelivered ? OfSns(letter, body.RootElement, message) : OfLambda(letter, body.RootElement);
        }
        catch (JsonException)
        {
            return letter with { Problem = "it is no JSON" };
        }
    }

    private static DeadLetter OfSns(DeadLetter letter, JsonElement envelope, Message message)
    {
        var why = string.Join(": ", new[] { Attribute(message, "ErrorCode"), Attribute(message, "ErrorMessage") }.OfType<string>());
        return WithMessages(letter with { Why = why.Length > 0 ? why : letter.Why }, Text(envelope, "Message") is null ? [] : [Of(envelope, letter.Since)]);
    }

    private static DeadLetter OfLambda(DeadLetter letter, JsonElement record)
    {
        var answer = Part(record, "responsePayload");
        var why = string.Join(": ", new[] { Text(Part(record, "requestContext"), "condition"), Text(answer, "errorType"), Text(answer, "errorMessage") }.OfType<string>());
        var records = Part(record, "requestPayload") is { } payload && payload.TryGetProperty("Records", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : new List<JsonElement>();
        var sns = records.Select(one => one.ValueKind == JsonValueKind.Object ? Part(one, "Sns") : null).ToList();

        // All or none: a letter goes out of the queue as a whole.
        var readable = sns.TrueForAll(one => Text(one, "Message") is not null);
        return WithMessages(letter with { Why = why.Length > 0 ? why : letter.Why }, readable ? [.. sns.Select(one => Of(one!.Value, letter.Since))] : []);
    }

    private static DeadLetter WithMessages(DeadLetter letter, IReadOnlyList<SesMessage> messages) => letter with
    {
        Messages = messages,
        Problem = messages.Count == 0 ? NotText : messages.FirstOrDefault(message => message.Event is null)?.Problem,
    };

    private static SesMessage Of(JsonElement sns, DateTimeOffset since) => SesMessage.Read(
        Text(sns, "Message")!, Text(sns, "Subject"), Text(sns, "MessageId"), SesCompliance.Lambdas.Tables.Timestamp.Read(Text(sns, "Timestamp")) ?? since);

    private static JsonElement? Part(JsonElement whole, string member) =>
        whole.TryGetProperty(member, out var part) && part.ValueKind == JsonValueKind.Object ? part : null;

    private static string? Text(JsonElement? part, string member) =>
        part is { } json && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Attribute(Message message, string name) => message.MessageAttributes?.GetValueOrDefault(name)?.StringValue;
}
