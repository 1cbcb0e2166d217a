"""Says of each aws command line whether this CLI takes it, and calls nobody.

Standard input: a JSON list of argument lists. Standard output: a JSON list with what the CLI says against each, or "".
The CLI's own driver parses and validates everything; it is stopped where the request would be made.
"""
import contextlib
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver


class Taken(BaseException):
    """The request was about to be made."""


def judge(arguments):
    taken = []

    def stop(**_):
        taken.append(arguments)
        raise Taken

    driver = create_clidriver()
    driver.session.register("before-call", stop)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            code = driver.main(arguments)
    except (Taken, SystemExit) as end:
        code = getattr(end, "code", None)
    return "" if taken or code == 0 else " ".join(said.getvalue().split()[-40:]) or f"exit code {code}"


os.environ.update(AWS_DEFAULT_REGION="us-east-1", AWS_ACCESS_KEY_ID="parsed", AWS_SECRET_ACCESS_KEY="parsed", AWS_PAGER="")
json.dump([judge(arguments) for arguments in json.load(sys.stdin)], sys.stdout)
