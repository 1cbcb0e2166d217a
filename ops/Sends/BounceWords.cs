namespace SesCompliance.Ops.Sends;

/// <summary>SES's kinds of bounces in plain words. Source: https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types</summary>
internal static class BounceWords
{
    /// <param name="reason">As fates have it: <c>Type/SubType: diagnostic</c>, the diagnostic optional.</param>
    public static string Of(string? reason) => Kind(reason) switch
    {
        "Permanent/NoEmail" => "for good, without telling which address",
        "Permanent/Suppressed" => "the address is on SES's own suppression list, so SES did not try",
        "Permanent/OnAccountSuppressionList" => "the address is on the account's suppression list at SES, so SES did not try",
        "Permanent/UnsubscribedRecipient" => "the recipient has unsubscribed at SES, so SES did not try",
        { } kind when kind.StartsWith("Permanent/", StringComparison.Ordinal) => "the receiver refuses the address for good",
        "Transient/MailboxFull" => "mailbox full",
        "Transient/MessageTooLarge" => "the message is too large for the receiver",
        "Transient/CustomTimeoutExceeded" => "the receiver took too long",
        "Transient/ContentRejected" => "the receiver does not accept the content",
        "Transient/AttachmentRejected" => "the receiver does not accept the attachment",
        { } kind when kind.StartsWith("Transient/", StringComparison.Ordinal) => "trouble at the receiver, or its automatic answer",
        { } kind when kind.StartsWith("Undetermined/", StringComparison.Ordinal) => "SES can't tell why",
        _ => reason ?? "no reason is kept",
    };

    private static string? Kind(string? reason) => reason?.Split(':', 2)[0];
}
