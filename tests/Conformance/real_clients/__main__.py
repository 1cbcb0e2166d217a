"""python3 real_clients ENDPOINT [--stack dev] [--mails]: drives the embedded cloud as boto3's users do.

Every operation of every service, on success and on refusal, eight checks at a time; with --mails also eight senders at
once. Prints a line for each check and exits with 1 when one failed.
"""
import argparse
import concurrent.futures
import sys
import traceback

import dynamodb  # noqa: F401 (each of these brings its checks)
import mails
import messaging  # noqa: F401
import metrics_logs_functions  # noqa: F401
import ses  # noqa: F401
import step_functions  # noqa: F401
from cloud import CHECKS, Cloud


def attempt(check, cloud):
    try:
        check(cloud)
        return None
    except Exception:  # whatever it is, it is the finding
        return traceback.format_exc(limit=-3)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("endpoint")
    parser.add_argument("--stack", default="dev")
    parser.add_argument("--only", default="", help="checks whose name contains this")
    parser.add_argument("--mails", action="store_true")
    asked = parser.parse_args()
    cloud = Cloud(asked.endpoint.rstrip("/"), asked.stack)
    checks = [check for check in CHECKS if asked.only in check.__name__]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        results = list(zip(checks, pool.map(lambda check: attempt(check, cloud), checks)))
    if asked.mails:
        results.append((mails.run, attempt(mails.run, cloud)))
    for check, failure in results:
        print(f"{'ok' if failure is None else 'FAILED'}  {check.__module__}: {check.__name__.replace('_', ' ')}")
        if failure is not None:
            print(failure)
    return 1 if any(failure for _, failure in results) else 0


sys.exit(main())
