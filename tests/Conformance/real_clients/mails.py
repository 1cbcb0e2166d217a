"""Eight senders at once, each with the whole send flow: what is asked, what comes out, and that each mail went out once."""
import concurrent.futures
import json
import urllib.parse
import urllib.request

from cloud import fresh, same, until
from step_functions import ended

SENDERS = 8


def mails_to(cloud, address):
    with urllib.request.urlopen(f"{cloud.endpoint}/_outbox?To={urllib.parse.quote(address)}") as answer:
        return json.load(answer)["Mails"]


def suppressions(cloud, address):
    return cloud.dynamodb.query(
        TableName=cloud.named("ses-email-suppression-list"), KeyConditionExpression="email = :e", ExpressionAttributeValues={":e": {"S": address}})["Items"]


def send(cloud, to, **more):
    name = fresh("mail")
    execution = cloud.stepfunctions.start_execution(
        stateMachineArn=cloud.send_flow, name=name, input=json.dumps({"to": to, "subject": "Your code", "text": "493 021", **more}))["executionArn"]
    found = ended(cloud, execution)
    types = [event["type"] for page in cloud.stepfunctions.get_paginator("get_execution_history").paginate(executionArn=execution) for event in page["events"]]
    same((types[0], types[-1]), ("ExecutionStarted", {"SUCCEEDED": "ExecutionSucceeded", "FAILED": "ExecutionFailed"}[found["status"]]))
    if found["status"] == "FAILED":
        return {"error": found["error"], "cause": found["cause"]}
    outcome = json.loads(found["output"])
    same(outcome["sendId"], name)
    return outcome


def sender(cloud, number):
    """One sender's mails, one after the other."""
    tag = fresh(f"s{number}")

    def address(kind):
        return f"{kind}+{tag}@simulator.amazonses.com"

    # The outcome is SES's first word, and the handlers of a complaint and of the delivery may run at once.
    for kind, outcomes in (("success", ["Delivered"]), ("bounce", ["Bounced"]), ("complaint", ["Complained", "Delivered"])):
        ending = send(cloud, address(kind))
        assert ending.get("outcome") in outcomes, f"mail to {address(kind)} ended with {ending}"
    for kind, reason in (("bounce", "BOUNCE"), ("complaint", "COMPLAINT")):
        rows = until(lambda: suppressions(cloud, address(kind)), bool, f"{address(kind)} to be suppressed")
        same([row["reason"]["S"] for row in rows], [reason], f"the suppression list's rows of {address(kind)}")
        again = send(cloud, address(kind).upper())
        same((again["outcome"], again["reason"]), ("Suppressed", reason), f"the second mail to {address(kind)}")
    same(send(cloud, address("success"), cc="x")["error"], "InvalidRequest")
    for kind in ("success", "bounce", "complaint"):
        same(len(mails_to(cloud, address(kind))), 1, f"mails to {address(kind)}")


def run(cloud):
    with concurrent.futures.ThreadPoolExecutor(SENDERS) as pool:
        list(pool.map(lambda number: sender(cloud, number), range(SENDERS)))
