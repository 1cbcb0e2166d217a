namespace SesCompliance.Lambdas.Ledger;

/// <summary>
/// What became of a mail that SES took, in rising order: a later piece of news replaces an earlier one only by one that ranks higher.
/// </summary>
/// <remarks>
/// A soft bounce ranks below a delivery because, coming after one, it is the recipient's automatic answer; coming before, it was
/// followed by a delivery all the same.
/// </remarks>
public enum Fate
{
    /// <summary>A bounce of type Transient or Undetermined.</summary>
    SoftBounced,
    Delivered,

    /// <summary>SES took the request and then declined to send: a virus, or a template that can't be rendered.</summary>
    Rejected,

    /// <summary>A bounce of type Permanent.</summary>
    Bounced,
    Complained,
}

/// <param name="At">When it happened, by the event's own time.</param>
/// <param name="Reason">Always there for bounces and complaints.</param>
public sealed record FateMark(Fate Fate, DateTimeOffset At, string? Reason)
{
    /// <summary>The one that stands of two, whichever came first: of equal rank the earlier one, then the smaller text.</summary>
    public static FateMark? Standing(FateMark? one, FateMark? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }

        var order = one.Fate != other.Fate ? one.Fate.CompareTo(other.Fate)
            : one.At != other.At ? other.At.CompareTo(one.At)
            : string.CompareOrdinal(other.Reason, one.Reason);
        return order >= 0 ? one : other;
    }
}
