"""python3 verify.py REQUEST_ID ADDRESS CODE: mails the code and prints what the bot would tell its user.

The request id again is the same mail again, never a second one. STATE_MACHINE_ARN and AWS's own environment variables say where to.
Exit codes: 0 look into the mailbox, 1 no mail (the message says why), 2 wrong usage, 3 could not be started: run it again with the same id.
"""
import argparse
import os
import sys
from datetime import datetime, timedelta, timezone

from verification import Verification


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("request_id")
    parser.add_argument("address")
    parser.add_argument("code")
    parser.add_argument("--minutes", type=float, default=10, help="how long the code holds (default 10)")
    parser.add_argument("--patience", type=float, default=10, help="seconds to wait for the outcome (default 10)")
    asked = parser.parse_args()
    if not os.environ.get("STATE_MACHINE_ARN"):
        parser.error("STATE_MACHINE_ARN is not set: it must be the stack's output stateMachineArn")

    expires_at = datetime.now(timezone.utc) + timedelta(minutes=asked.minutes)
    try:
        outcome = Verification(os.environ["STATE_MACHINE_ARN"]).send(asked.request_id, asked.address, asked.code, expires_at, asked.patience)
    except ValueError as mistake:
        parser.error(str(mistake))
    print(f"{asked.request_id}: {outcome.name} {outcome.detail}".rstrip(), file=sys.stderr)  # The bot's log.
    print(outcome.message)  # The user's answer.
    return 0 if outcome.on_its_way else 3 if outcome.name == "NotStarted" else 1


if __name__ == "__main__":
    sys.exit(main())
