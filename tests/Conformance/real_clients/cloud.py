"""The cloud as boto3 sees it, and the few words in which the checks say what must be true."""
import time
import uuid

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ACCOUNT = "000000000000"
REGION = "us-east-1"

CHECKS = []


def check(function):
    """Marks a function that takes the Cloud and asserts."""
    CHECKS.append(function)
    return function


class Cloud:
    """Clients for one endpoint, and the names of one deployed stack."""

    def __init__(self, endpoint, stack):
        self.endpoint, self.stack = endpoint, stack
        self.session = boto3.Session(aws_access_key_id="local", aws_secret_access_key="local", region_name=REGION)
        # Clients are safe to share between threads; making them is not.
        names = ("cloudwatch", "dynamodb", "lambda", "logs", "sesv2", "sns", "sqs", "stepfunctions", "sts")
        config = Config(max_pool_connections=32, retries={"max_attempts": 0})
        self.clients = {name: self.session.client(name, endpoint_url=endpoint, config=config) for name in names}

    def __getattr__(self, name):
        clients = self.__dict__.get("clients", {})
        if name.rstrip("_") not in clients:
            raise AttributeError(name)
        return clients[name.rstrip("_")]

    def named(self, name):
        return f"{name}-{self.stack}"

    def arn(self, service, resource):
        return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"

    @property
    def send_flow(self):
        return self.arn("states", "stateMachine:" + self.named("ses-send-email"))


def fresh(prefix="check"):
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def same(got, want, what="value"):
    assert got == want, f"{what} is {got!r}, and not {want!r}"


def refused(code, call, status=None, says="", **arguments):
    """Asserts that AWS's error of this code answers the call, and returns the whole answer."""
    try:
        answer = call(**arguments)
    except ClientError as error:
        same(error.response["Error"]["Code"], code, f"the error of {error.operation_name}")
        if status is not None:
            same(error.response["ResponseMetadata"]["HTTPStatusCode"], status, f"the status of {error.operation_name}")
        message = error.response["Error"]["Message"]
        assert says in message, f"the message of {error.operation_name} is {message!r}, without {says!r}"
        return error.response
    raise AssertionError(f"answered {answer!r}, and not with {code}")


def until(ask, met, what, seconds=120):
    """Asks until the answer will do."""
    deadline = time.monotonic() + seconds
    while not met(answer := ask()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}; the last answer was {answer!r}"
        time.sleep(0.05)
    return answer
