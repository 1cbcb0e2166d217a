"""What became of a verification mail, and how to say it to the user who asked for it."""
from dataclasses import dataclass

_ON_ITS_WAY = "Your code is on its way. Look into your inbox in a minute, and into the spam folder."
_NOT_NOW = "We can't send mail right now. Try again in a few minutes."
_UNKNOWN = "We can't tell whether your code went out. If no mail comes in a few minutes, ask for a new code."

# The same words stand in docs/BOT_GUIDE.md and in the C# sample. None repeats an address, a reason or a cause: those are the operators' to see.
MESSAGES = {
    "Delivered": "Your code is in your mailbox. If it isn't in the inbox, look into the spam folder.",
    "Sent": _ON_ITS_WAY,
    "Running": _ON_ITS_WAY,
    "Bounced": "That address bounced: the mail came back. Check it for typing mistakes, or use another address.",
    "Complained": "Our mail to that address was marked as spam, so we don't write to it again. Use another address.",
    "Suppressed": "We can't send mail to that address. Use another one, or ask a moderator.",
    "InvalidRequest": "That doesn't look like an address that we can write to. Check it and try again.",
    "Expired": "Your code expired before it could be sent. Ask for a new one.",
    "SendFailed": "Your code could not be sent. Try again later, or ask a moderator.",
    "SendUnconfirmed": _UNKNOWN,
    "SuppressionCheckFailed": _NOT_NOW,
    "TIMED_OUT": _UNKNOWN,
    "ABORTED": _UNKNOWN,
    "NotStarted": _NOT_NOW,
}


@dataclass(frozen=True)
class Outcome:
    """name: a key of MESSAGES, or the error of an execution that failed in a way of its own; detail: for the bot's log, never for the user."""

    name: str
    detail: str = ""

    @property
    def message(self):
        return MESSAGES.get(self.name, _UNKNOWN)

    @property
    def on_its_way(self):
        """Whether the user should look into the mailbox."""
        return self.name in ("Delivered", "Sent", "Running")
