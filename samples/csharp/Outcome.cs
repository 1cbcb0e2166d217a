namespace SesCompliance.Samples;

/// <summary>What became of a verification mail, and how to say it to the user who asked for it.</summary>
/// <param name="Name">One of the outcomes below, or the error of an execution that failed in a way of its own.</param>
/// <param name="Detail">For the bot's log, never for the user.</param>
public sealed record Outcome(string Name, string Detail = "")
{
    private const string LookForIt = "Your code is on its way. Look into your inbox in a minute, and into the spam folder.";

    private const string NotNow = "We can't send mail right now. Try again in a few minutes.";

    /// <summary>In the user's words, the same as in docs/BOT_GUIDE.md and in the Python sample. None repeats an address, a reason or a cause: those are the operators' to see.</summary>
    public string Message => Name switch
    {
        "Delivered" => "Your code is in your mailbox. If it isn't in the inbox, look into the spam folder.",
        "Sent" or "Running" => LookForIt,
        "Bounced" => "That address bounced: the mail came back. Check it for typing mistakes, or use another address.",
        "Complained" => "Our mail to that address was marked as spam, so we don't write to it again. Use another address.",
        "Suppressed" => "We can't send mail to that address. Use another one, or ask a moderator.",
        "InvalidRequest" => "That doesn't look like an address that we can write to. Check it and try again.",
        "Expired" => "Your code expired before it could be sent. Ask for a new one.",
        "SendFailed" => "Your code could not be sent. Try again later, or ask a moderator.",
        "SuppressionCheckFailed" or "NotStarted" => NotNow,

        // SendUnconfirmed, TIMED_OUT, ABORTED, and whatever else nobody has seen yet.
        _ => "We can't tell whether your code went out. If no mail comes in a few minutes, ask for a new code.",
    };

    /// <summary>Whether the user should look into the mailbox.</summary>
    public bool IsOnItsWay => Name is "Delivered" or "Sent" or "Running";
}
