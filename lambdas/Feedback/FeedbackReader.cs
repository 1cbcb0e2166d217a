using System.Text.Json;
using SesCompliance.Lambdas.Errors;
using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.Requests;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// Reads an SNS message from SES, of either envelope, into what is to be done. What it does not understand it refuses, so that the
/// message ends in the dead letters: feedback that is dropped is an address that keeps getting mail.
/// </summary>
public static class FeedbackReader
{
    /// <param name="message">The SNS message's text.</param>
    /// <param name="snsMessageId">Names the message in errors.</param>
    /// <param name="received">When SNS got it: the time of last resort for an event without any.</param>
    /// <exception cref="UnreadableFeedback">Names the SNS message, and repeats none of it.</exception>
    public static FeedbackEffect Read(string? message, string? snsMessageId, DateTimeOffset received)
    {
        if (SetupMessages.Recognize(message) is { } setup)
        {
            return new FeedbackEffect(setup, null, null, [], null, []);
        }

        var unreadable = new Unreadable(snsMessageId);
        var sesEvent = Parse(message, unreadable);
        var mail = sesEvent.Mail ?? throw unreadable.Because("it has no mail");
        var at = Timestamp.Read(mail.Timestamp) ?? Timestamp.ToMilliseconds(received);
        var accepted = new MailNews(mail.MessageId, Timestamp.Read(mail.Timestamp), null);

        var effect = new FeedbackEffect(sesEvent.Type!, SendIdOf(mail), mail.MessageId, [], null, []);
        return sesEvent.Type switch
        {
            "Bounce" => BounceReader.Read(sesEvent.Bounce, effect, accepted, at, unreadable),
            "Complaint" => ComplaintReader.Read(sesEvent.Complaint, effect, accepted, at, unreadable),
            "Delivery" => Fated(Fate.Delivered, Timestamp.Read(sesEvent.Delivery?.Timestamp) ?? at, null),
            "Reject" => Fated(Fate.Rejected, at, Excerpt.Of(sesEvent.Reject?.Reason) ?? "Reject"),
            "Rendering Failure" => Fated(Fate.Rejected, at, Excerpt.Of(sesEvent.Failure?.ErrorMessage) ?? "Rendering Failure"),
            "Send" => effect with { News = accepted },
            // Nothing here depends on them; an operator who publishes them anyway must not fill the dead letters.
            "DeliveryDelay" or "Open" or "Click" or "Subscription" => effect,
            _ => throw unreadable.Because("its event type is not known"),
        };

        FeedbackEffect Fated(Fate fate, DateTimeOffset when, string? reason) =>
            effect with { News = accepted with { Fate = new FateMark(fate, when, reason) } };
    }

    private static SesEvent Parse(string? message, Unreadable unreadable)
    {
        try
        {
            return JsonSerializer.Deserialize(message ?? "", SesEventJson.Default.SesEvent) switch
            {
                { Type: not null } sesEvent => sesEvent,
                _ => throw unreadable.Because("it has neither eventType nor notificationType"),
            };
        }
        catch (JsonException)
        {
            throw unreadable.Because("it is no JSON of an SES event");
        }
    }

    private static string? SendIdOf(SesMail mail)
    {
        var sendId = mail.Tags?.GetValueOrDefault(RequestLimits.SendIdTag)?.FirstOrDefault();
        return SendRequestParser.IsSendId(sendId) ? sendId : null;
    }
}
