using System.Text.Json;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Feedback;

namespace SesCompliance.Ops.Feedback;

/// <summary>One message of SES as SNS carried it, and what the handler will make of it.</summary>
/// <param name="Text">The SNS message, as it is published again.</param>
/// <param name="Event">The event's type, such as Bounce; null where the handler can't read it.</param>
/// <param name="Problem">Why the handler will not take it in, or not all of it.</param>
public sealed record SesMessage(string Text, string? Subject, string? Event, string? SendId, string? MessageId, IReadOnlyList<string> Recipients, string? Problem)
{
    /// <param name="received">When SNS got it.</param>
    internal static SesMessage Read(string text, string? subject, string? snsMessageId, DateTimeOffset received)
    {
        try
        {
            var effect = FeedbackReader.Read(text, snsMessageId, received);
            return new(text, subject, effect.Type, effect.SendId, effect.MessageId, RecipientsOf(text), effect.Defect?.Message);
        }
        catch (UnreadableFeedback unreadable)
        {
            return new(text, subject, null, null, null, [], unreadable.Message);
        }
    }

    private static List<string> RecipientsOf(string text)
    {
        if (!text.TrimStart().StartsWith('{'))
        {
            return [];
        }

        var json = JsonSerializer.Deserialize<JsonElement>(text);
        IEnumerable<string?> named = [.. Named(json, "bounce", "bouncedRecipients"), .. Named(json, "complaint", "complainedRecipients")];
        var recipients = named.OfType<string>().ToList();
        return recipients.Count > 0 ? recipients : [.. Items(json, "mail", "destination").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    private static IEnumerable<string?> Named(JsonElement json, string part, string list) => Items(json, part, list)
        .Select(item => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("emailAddress", out var address) && address.ValueKind == JsonValueKind.String ? address.GetString() : null);

    private static JsonElement.ArrayEnumerator Items(JsonElement json, string part, string list) =>
        json.TryGetProperty(part, out var whole) && whole.ValueKind == JsonValueKind.Object && whole.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : default;
}
