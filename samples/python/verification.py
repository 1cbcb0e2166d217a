"""Mails verification codes through the send flow. A bot imports this module and outcome.py; verify.py shows how."""
import json
import random
import re
import time
from datetime import timezone

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from outcome import Outcome

# Throttling, 5xx and broken connections are retried with backoff and jitter, always with the same execution name: no retry mails twice.
# AWS that doesn't answer at all costs a call 15 seconds at most.
_CONFIG = Config(connect_timeout=1, read_timeout=2, retries={"mode": "standard", "total_max_attempts": 4})


class Verification:
    """Safe to share between threads. Needs states:StartExecution and states:DescribeExecution: the stack's botPolicyArn."""

    def __init__(self, state_machine_arn):
        self._state_machine_arn = state_machine_arn
        self._states = boto3.client("stepfunctions", region_name=state_machine_arn.split(":")[3], config=_CONFIG)

    def send(self, request_id, to, code, expires_at, patience=10.0):
        """Mails the code, once for each request_id however often it is called, and returns an Outcome.

        request_id: the bot's own, 1 to 80 of A-Z a-z 0-9 _ -; it is seen in the console and in logs, so it holds no address.
        expires_at: an aware datetime; the mail is not sent after it. patience: seconds to wait for the outcome.
        """
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,80}", request_id):
            raise ValueError(f"request_id is {request_id!r}: it must be 1 to 80 of A-Z a-z 0-9 _ -")
        deadline = time.monotonic() + patience
        mail = {
            "to": to,
            "subject": "Your verification code",
            "text": f"Your code is {code}. If you didn't ask for it, ignore this mail.",
            "expiresAt": expires_at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tags": {"flow": "verify"},
        }
        try:
            self._start(request_id, mail)
        except (ClientError, BotoCoreError) as error:
            return Outcome("NotStarted", _name(error))
        return self._wait(request_id, to, deadline)

    def _start(self, request_id, mail):
        try:
            self._states.start_execution(stateMachineArn=self._state_machine_arn, name=request_id, input=json.dumps(mail))
        except self._states.exceptions.ExecutionAlreadyExists:
            pass  # Started before, and it has ended or had another input (a later expiry, say): its outcome is this request's.

    def _wait(self, request_id, to, deadline):
        execution_arn = self._state_machine_arn.replace(":stateMachine:", ":execution:") + ":" + request_id
        pause, trouble = 0.1, ""
        while True:
            try:
                execution = self._states.describe_execution(executionArn=execution_arn)
                if json.loads(execution["input"]).get("to") != to:
                    return Outcome("NotStarted", "the request id was used for another address")
                if execution["status"] != "RUNNING":
                    return _outcome(execution)
            except (ClientError, BotoCoreError) as error:  # Also ExecutionDoesNotExist: what was started may take a moment to be seen.
                trouble = _name(error)
            left = deadline - time.monotonic()
            if left <= 0:
                return Outcome("Running", trouble)
            time.sleep(min(pause * random.uniform(0.5, 1), left))
            pause = min(pause * 2, 2)


def _outcome(execution):
    if execution["status"] == "SUCCEEDED":
        return Outcome(json.loads(execution["output"])["outcome"])
    # TIMED_OUT and ABORTED go by their status: their error is whatever the operator gave.
    return Outcome(execution["error"] if execution["status"] == "FAILED" else execution["status"])


def _name(error):
    """An error's code or class. Its text may quote the request, and the request has the address."""
    return error.response["Error"]["Code"] if isinstance(error, ClientError) else type(error).__name__
