using SesCompliance.Lambdas.Ledger;
using SesCompliance.Lambdas.SuppressionList;
using SesCompliance.Lambdas.Tables;

namespace SesCompliance.Lambdas.Feedback;

/// <summary>
/// Every complaint suppresses the recipients that it lists, even <c>not-spam</c>: SES counts it as a complaint, and a reader who
/// wants the mail back is an operator's decision (a removal), not a guess.
/// </summary>
internal static class ComplaintReader
{
    public static FeedbackEffect Read(
        SesComplaint? complaint, FeedbackEffect effect, MailNews accepted, DateTimeOffset mailTime, Unreadable unreadable)
    {
        if (complaint is null)
        {
            throw unreadable.Because("it has no complaint");
        }

        var recipients = complaint.ComplainedRecipients?.OfType<SesComplainedRecipient>().ToList() ?? [];
        var at = Timestamp.Read(complaint.Timestamp) ?? mailTime;
        var reason = Excerpt.Of(complaint.ComplaintFeedbackType) ?? Excerpt.Of(complaint.ComplaintSubType) ?? "complaint";
        var sightings = recipients.Select(recipient => Sight(complaint, recipient, effect, at, reason)).ToList();
        return effect with
        {
            News = accepted with { Fate = new FateMark(Fate.Complained, at, reason) },
            Sightings = [.. sightings.OfType<Sighting>()],
            Remarks = [.. recipients.Where(recipient => !RecipientAddress.IsRegular(recipient.EmailAddress))
                .Select(recipient => new FeedbackRemark("irregular-recipient", RecipientAddress.Normalize(recipient.EmailAddress)))],
            Defect = sightings.Count == 0 || sightings.Contains(null)
                ? unreadable.Because("its complaint does not name every recipient")
                : null,
        };
    }

    private static Sighting? Sight(
        SesComplaint complaint, SesComplainedRecipient recipient, FeedbackEffect effect, DateTimeOffset at, string reason) =>
        RecipientAddress.Normalize(recipient.EmailAddress) is not { } email ? null : new(
            email,
            SuppressionReason.Complaint,
            at,
            Sighting.IdOf(complaint.FeedbackId, effect.MessageId, at),
            // SES found the address on the account's own list and did not try.
            Counts: complaint.ComplaintSubType != "OnAccountSuppressionList",
            BounceType: null,
            BounceSubType: null,
            effect.MessageId,
            Diagnostic: reason);
}
