using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// A permanent bounce suppresses the recipients that it lists, and those only: <c>mail.destination</c> also names the ones that
/// got the mail. Transient and undetermined bounces only become the mail's fate.
/// </summary>
internal static class BounceReader
{
    private const string OnAccountList = "OnAccountSuppressionList";

    public static FeedbackEffect Read(
        SesBounce? bounce, FeedbackEffect effect, MailNews accepted, DateTimeOffset mailTime, Unreadable unreadable)
    {
        if (bounce is null || bounce.BounceType is not ("Permanent" or "Transient" or "Undetermined"))
        {
            throw unreadable.Because("its bounce is of no known type");
        }

        var recipients = bounce.BouncedRecipients?.OfType<SesBouncedRecipient>().ToList() ?? [];
        var permanent = bounce.BounceType == "Permanent";
        var at = Timestamp.Read(bounce.Timestamp) ?? mailTime;
        var fate = new FateMark(permanent ? Fate.Bounced : Fate.SoftBounced, at, Reason(bounce, recipients));
        var sightings = permanent ? recipients.Select(recipient => Sight(bounce, recipient, effect, at)).ToList() : [];
        return effect with
        {
            News = accepted with { Fate = fate },
            Sightings = [.. sightings.OfType<Sighting>()],
            Remarks = [.. recipients.SelectMany(recipient => Remarks(bounce, recipient))],
            Defect = permanent && (sightings.Count == 0 || sightings.Contains(null))
                ? unreadable.Because("its permanent bounce does not name every recipient")
                : null,
        };
    }

    private static Sighting? Sight(SesBounce bounce, SesBouncedRecipient recipient, FeedbackEffect effect, DateTimeOffset at) =>
        RecipientAddress.Normalize(recipient.EmailAddress) is not { } email ? null : new(
            email,
            SuppressionReason.Bounce,
            at,
            Sighting.IdOf(bounce.FeedbackId, effect.MessageId, at),
            // SES found the address on the account's own list and did not try.
            Counts: bounce.BounceSubType != OnAccountList,
            bounce.BounceType,
            bounce.BounceSubType,
            effect.MessageId,
            Excerpt.Of(recipient.DiagnosticCode));

    private static string? Reason(SesBounce bounce, List<SesBouncedRecipient> recipients)
    {
        var kind = $"{bounce.BounceType}/{bounce.BounceSubType ?? "General"}";
        return Excerpt.Of(recipients.Select(recipient => recipient.DiagnosticCode).FirstOrDefault(code => !string.IsNullOrWhiteSpace(code)) is { } diagnostic
            ? $"{kind}: {diagnostic.Trim()}"
            : kind);
    }

    private static IEnumerable<FeedbackRemark> Remarks(SesBounce bounce, SesBouncedRecipient recipient)
    {
        var normalized = RecipientAddress.Normalize(recipient.EmailAddress);
        if (bounce.BounceType != "Permanent")
        {
            // SES says temporary, the receiving server says for good: not enough to suppress, too much to overlook.
            var kind = recipient.Status?.StartsWith("5.", StringComparison.Ordinal) == true ? "soft-bounce-with-permanent-status" : "soft-bounce";
            yield return new FeedbackRemark(kind, normalized, $"{bounce.BounceType}/{bounce.BounceSubType}, status {recipient.Status ?? "unknown"}");
        }
        else if (!RecipientAddress.IsRegular(recipient.EmailAddress))
        {
            yield return new FeedbackRemark("irregular-recipient", normalized);
        }
    }
}
