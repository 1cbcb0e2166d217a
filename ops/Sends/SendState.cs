namespace SesCompliance.Ops.Sends;

/// <summary>What became of a mail.</summary>
public enum SendState
{
    Delivered,
    Bounced,

    /// <summary>A bounce that does not suppress: the mailbox was full, say.</summary>
    SoftBounced,
    Complained,

    /// <summary>SES took the request and then declined to send.</summary>
    Rejected,

    /// <summary>SES took it and has not said more.</summary>
    Sent,

    /// <summary>Nothing was sent: the address is on the suppression list.</summary>
    Suppressed,
    NotSent,
    UnderWay,

    /// <summary>SES may have taken it.</summary>
    Unknown,

    /// <summary>No source knows the send id.</summary>
    NotFound,
}
