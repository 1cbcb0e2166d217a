namespace SesCompliance.Lambdas.Ledger;

/// <summary>How far a send has come, as it stands in the ledger's <c>status</c>.</summary>
public enum SendStatus
{
    /// <summary>An attempt has gone, or is about to go, to SES. Unless it says otherwise itself, SES may have the mail.</summary>
    Claimed,

    /// <summary>The last attempt is proven not to have been taken: another may claim the id.</summary>
    Released,

    /// <summary>SES has taken the mail.</summary>
    Sent,
}

/// <summary>One row of the send ledger, as far as what follows the send needs it.</summary>
/// <param name="Claim">Names the attempt that holds or held the id.</param>
/// <param name="TaskToken">With it the flow that waits for the fate is told; it stays after that, so that a replay tells again.</param>
/// <param name="Version">Counts the row's writes; null in a row from elsewhere.</param>
public sealed record LedgerEntry(
    string SendId,
    SendStatus Status,
    string? RequestHash,
    string? Claim,
    string? MessageId,
    DateTimeOffset? SentAt,
    FateMark? Fate,
    string? TaskToken,
    long? Version)
{
    /// <summary>
    /// The row after a piece of news. It counts as proof that SES took the mail, so an id whose sender never learned that is
    /// closed by it. Any order of any news, repeated or not, ends in the same row.
    /// </summary>
    public LedgerEntry After(MailNews news) => this with
    {
        Status = SendStatus.Sent,
        MessageId = MessageId ?? news.MessageId,
        SentAt = SentAt ?? news.SentAt,
        Fate = FateMark.Standing(Fate, news.Fate),
    };
}

/// <summary>What an SES event says about one mail.</summary>
/// <param name="SentAt">When SES took the mail.</param>
/// <param name="Fate">Null for an event that only proves that SES took it.</param>
public sealed record MailNews(string? MessageId, DateTimeOffset? SentAt, FateMark? Fate);
