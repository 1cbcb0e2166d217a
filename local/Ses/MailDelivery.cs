namespace SesCompliance.Local.Ses;

/// <summary>Takes an accepted mail to its recipients' mailboxes and tells what happens on the way.</summary>
internal sealed class MailDelivery(
    TimeProvider time, SesOptions options, SesEvents events, EventPublisher publisher, SuppressionList suppressions, Outbox outbox, Action<Exception> report)
{
    public async Task DeliverAsync(SentMail sent, AccountSettings account, CancellationToken cancellationToken)
    {
        var everybody = sent.Mail.Recipients.Select(recipient => recipient.Address).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        await Task.Delay(options.SendDelay, time, cancellationToken);
        if (sent.Mail.RenderingFailure is { } failure)
        {
            await TellAsync(sent, SesEvents.RenderingFailure(everybody, failure, sent.Mail.TemplateName), MailState.RenderingFailed, cancellationToken);
            return;
        }

        await TellAsync(sent, SesEvents.Send(everybody), null, cancellationToken);
        await Task.Delay(options.DeliveryDelay, time, cancellationToken);
        if (sent.Mail.IsInfected)
        {
            await TellAsync(sent, SesEvents.Reject(everybody), MailState.Rejected, cancellationToken);
            return;
        }

        var reasons = sent.Set?.SuppressedReasons ?? account.SuppressedReasons;
        var suppressed = everybody.ToLookup(address => suppressions.Lookup(address) is { } entry && reasons.Contains(entry.Reason) ? entry.Reason : null);
        await SuppressAsync(sent, [.. suppressed["BOUNCE"]], [.. suppressed["COMPLAINT"]], cancellationToken);
        await Task.WhenAll(suppressed[null].GroupBy(Mailboxes.Of).Select(group => ReachAsync(sent, group.Key, [.. group], reasons, cancellationToken)));
    }

    private async Task SuppressAsync(SentMail sent, IReadOnlyList<string> bounced, IReadOnlyList<string> complained, CancellationToken cancellationToken)
    {
        if (bounced.Count > 0)
        {
            await TellAsync(sent, events.Bounce(bounced, BounceKind.OnAccountSuppressionList), MailState.Suppressed, cancellationToken);
        }

        if (complained.Count > 0)
        {
            await TellAsync(sent, events.Complaint(complained, "OnAccountSuppressionList"), MailState.Suppressed, cancellationToken);
        }
    }

    private async Task ReachAsync(SentMail sent, Mailbox mailbox, IReadOnlyList<string> recipients, IReadOnlyList<string> reasons, CancellationToken cancellationToken)
    {
        switch (mailbox)
        {
            case Mailbox.Success:
                await DeliverAsync();
                break;
            case Mailbox.Bounce:
                await BounceAsync(BounceKind.UserUnknown, MailState.Bounced, "BOUNCE");
                break;
            case Mailbox.SuppressionList:
                await BounceAsync(BounceKind.Suppressed, MailState.Bounced);
                break;
            case Mailbox.Full:
                await BounceAsync(BounceKind.MailboxFull, MailState.SoftBounced);
                break;
            case Mailbox.Undetermined:
                await BounceAsync(BounceKind.Undetermined, MailState.SoftBounced);
                break;
            case Mailbox.OutOfOffice:
                await DeliverAsync();
                await FollowUpAsync();
                await BounceAsync(BounceKind.OutOfOffice, MailState.Delivered);
                break;
            case Mailbox.Delay:
                await TellAsync(sent, events.Delay(recipients), MailState.Delayed, cancellationToken);
                await FollowUpAsync();
                await DeliverAsync();
                break;
            case Mailbox.Complaint when options.ComplaintBeforeDelivery:
                await ComplainAsync();
                await FollowUpAsync();
                await DeliverAsync();
                break;
            case Mailbox.Complaint:
                await DeliverAsync();
                await FollowUpAsync();
                await ComplainAsync();
                break;
        }

        Task DeliverAsync() => TellAsync(sent, events.Delivery(recipients, sent.Time), MailState.Delivered, cancellationToken);

        Task FollowUpAsync() => Task.Delay(options.FollowUpDelay, time, cancellationToken);

        Task BounceAsync(BounceKind kind, MailState state, string? suppressedFor = null)
        {
            var bounce = events.Bounce(recipients, kind);
            Suppress(suppressedFor, bounce);
            return TellAsync(sent, bounce, state, cancellationToken);
        }

        Task ComplainAsync()
        {
            var complaint = events.Complaint(recipients);
            Suppress("COMPLAINT", complaint);
            return TellAsync(sent, complaint, MailState.Complained, cancellationToken);
        }

        // SES keeps its simulator's addresses off the account's list.
        void Suppress(string? reason, SesEvent cause)
        {
            if (reason is null)
            {
                return;
            }

            foreach (var recipient in recipients.Where(recipient => reasons.Contains(reason) && !Mailboxes.IsSimulator(recipient)))
            {
                suppressions.Put(recipient, reason, sent.MessageId, cause.Payload["feedbackId"]!.GetValue<string>());
            }
        }
    }

    private async Task TellAsync(SentMail sent, SesEvent happened, MailState? state, CancellationToken cancellationToken)
    {
        if (state is { } reached)
        {
            outbox.Mark(sent.MessageId, happened.Recipients, reached);
        }

        try
        {
            await publisher.PublishAsync(sent, happened, cancellationToken);
        }
#pragma warning disable CA1031 // An event that is lost is reported; the mail goes on.
        catch (Exception lost) when (lost is not OperationCanceledException)
#pragma warning restore CA1031
        {
            report(lost);
        }
    }
}
