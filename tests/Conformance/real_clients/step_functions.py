"""Step Functions: machines, executions, histories, task tokens."""
import json

from cloud import check, fresh, refused, same, until

ROLE = "arn:aws:iam::000000000000:role/check"
PASS = {"StartAt": "First", "States": {"First": {"Type": "Pass", "Next": "Second"}, "Second": {"Type": "Pass", "End": True}}}
WAIT = {"StartAt": "Hold", "States": {"Hold": {"Type": "Wait", "Seconds": 600, "End": True}}}
FAIL = {"StartAt": "No", "States": {"No": {"Type": "Fail", "Error": "Broken", "Cause": "on purpose"}}}
HISTORY = ["ExecutionStarted", "PassStateEntered", "PassStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]


def machine(cloud, definition, **more):
    return cloud.stepfunctions.create_state_machine(name=fresh(), definition=json.dumps(definition), roleArn=ROLE, **more)["stateMachineArn"]


def ended(cloud, execution):
    return until(lambda: cloud.stepfunctions.describe_execution(executionArn=execution), lambda found: found["status"] != "RUNNING", execution)


def run(cloud, arn, data="{}"):
    return ended(cloud, cloud.stepfunctions.start_execution(stateMachineArn=arn, input=data)["executionArn"])


@check
def state_machines_are_made_read_changed_and_deleted(cloud):
    states, name, text = cloud.stepfunctions, fresh(), json.dumps(PASS)
    made = states.create_state_machine(name=name, definition=text, roleArn=ROLE, type="STANDARD", tags=[{"key": "a", "value": "1"}])
    arn = made["stateMachineArn"]
    same(arn, cloud.arn("states", f"stateMachine:{name}"))
    same(states.create_state_machine(name=name, definition=text, roleArn=ROLE)["creationDate"], made["creationDate"], "the date of the machine made twice")
    refused("StateMachineAlreadyExists", states.create_state_machine, 400, name=name, definition=json.dumps(WAIT), roleArn=ROLE)
    found = states.describe_state_machine(stateMachineArn=arn)
    same((found["definition"], found["status"], found["type"], found["roleArn"]), (text, "ACTIVE", "STANDARD", ROLE))
    same(found["loggingConfiguration"], {"level": "OFF", "includeExecutionData": False})
    assert "revisionId" not in found, found
    states.update_state_machine(stateMachineArn=arn, definition=json.dumps(FAIL))
    assert states.describe_state_machine(stateMachineArn=arn)["revisionId"]
    refused("MissingRequiredParameter", states.update_state_machine, 400, stateMachineArn=arn)
    same(run(cloud, arn)["status"], "FAILED")
    states.tag_resource(resourceArn=arn, tags=[{"key": "b", "value": "2"}])
    states.untag_resource(resourceArn=arn, tagKeys=["a"])
    same(states.list_tags_for_resource(resourceArn=arn)["tags"], [{"key": "b", "value": "2"}])
    refused("ResourceNotFound", states.list_tags_for_resource, 400, resourceArn=arn + "x")
    states.delete_state_machine(stateMachineArn=arn)
    states.delete_state_machine(stateMachineArn=arn)
    refused("StateMachineDoesNotExist", states.describe_state_machine, 400, stateMachineArn=arn)
    refused("StateMachineDoesNotExist", states.start_execution, 400, stateMachineArn=arn)


@check
def state_machines_are_listed_in_pages(cloud):
    arns = {machine(cloud, PASS) for _ in range(3)}
    pages = list(cloud.stepfunctions.get_paginator("list_state_machines").paginate(PaginationConfig={"PageSize": 2}))
    listed = [each["stateMachineArn"] for page in pages for each in page["stateMachines"]]
    assert all(len(page["stateMachines"]) <= 2 for page in pages), pages
    assert arns <= set(listed), listed
    refused("InvalidToken", cloud.stepfunctions.list_state_machines, 400, nextToken="bogus")
    refused("ValidationException", cloud.stepfunctions.list_state_machines, 400, maxResults=1001)


@check
def wrong_machines_are_refused_by_name(cloud):
    create = cloud.stepfunctions.create_state_machine
    refused("InvalidName", create, 400, name="a b", definition=json.dumps(PASS), roleArn=ROLE)
    refused("InvalidDefinition", create, 400, name=fresh(), definition="{}", roleArn=ROLE)
    refused("InvalidDefinition", create, 400, name=fresh(), definition="not", roleArn=ROLE)
    refused("StateMachineTypeNotSupported", create, 400, "EXPRESS", name=fresh(), definition=json.dumps(PASS), roleArn=ROLE, type="EXPRESS")
    parallel = {"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [PASS], "End": True}}}
    refused("InvalidDefinition", create, 400, "Parallel", name=fresh(), definition=json.dumps(parallel), roleArn=ROLE)
    refused("InvalidDefinition", create, 400, "JSONata", name=fresh(), definition=json.dumps({"QueryLanguage": "JSONata", **PASS}), roleArn=ROLE)
    refused("InvalidArn", cloud.stepfunctions.describe_state_machine, 400, stateMachineArn="nothing")


@check
def definitions_are_validated(cloud):
    validate = cloud.stepfunctions.validate_state_machine_definition
    good = validate(definition=json.dumps(PASS), type="STANDARD")
    same((good["result"], good["diagnostics"], good["truncated"]), ("OK", [], False))
    bad = validate(definition=json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}), severity="ERROR")
    same(bad["result"], "FAIL")
    same((bad["diagnostics"][0]["severity"], bad["diagnostics"][0]["code"]), ("ERROR", "MISSING_TRANSITION_TARGET"))
    same(validate(definition="{")["diagnostics"][0]["code"], "INVALID_JSON_DESCRIPTION")
    two = {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "C": {"Type": "Pass", "Next": "D"}}}
    few = validate(definition=json.dumps(two), maxResults=1)
    same((len(few["diagnostics"]), few["truncated"]), (1, True))


@check
def an_execution_is_described_and_its_history_read_both_ways(cloud):
    states, arn, data = cloud.stepfunctions, machine(cloud, PASS), json.dumps({"text": "Grüße ☃"})
    found = run(cloud, arn, data)
    execution = found["executionArn"]
    same((found["status"], found["input"], found["output"]), ("SUCCEEDED", data, data))
    same((found["inputDetails"], found["outputDetails"], found["redriveCount"]), ({"included": True}, {"included": True}, 0))
    same(found["redriveStatus"], "NOT_REDRIVABLE")
    assert found["startDate"] <= found["stopDate"], found
    hidden = states.describe_execution(executionArn=execution, includedData="METADATA_ONLY")
    assert "input" not in hidden and "output" not in hidden, hidden
    whole = states.get_execution_history(executionArn=execution)["events"]
    same([event["type"] for event in whole], HISTORY)
    same([(event["id"], event["previousEventId"]) for event in whole], [(1, 0), (2, 0), (3, 2), (4, 3), (5, 4), (6, 5)], "the ids, as AWS links them")
    pages = states.get_paginator("get_execution_history").paginate(executionArn=execution, PaginationConfig={"PageSize": 4})
    sizes, paged = zip(*((len(page["events"]), page["events"]) for page in pages))
    same((sizes, sum(paged, [])), ((4, 2), whole), "the history in pages")
    same(states.get_execution_history(executionArn=execution, reverseOrder=True)["events"], whole[::-1], "the history reversed")
    last = states.get_execution_history(executionArn=execution, reverseOrder=True, maxResults=1)
    same(last["events"], whole[-1:])
    same(states.get_execution_history(executionArn=execution, reverseOrder=True, maxResults=5, nextToken=last["nextToken"])["events"], whole[-2::-1])
    bare = states.get_execution_history(executionArn=execution, includeExecutionData=False)["events"]
    assert "input" not in bare[0]["executionStartedEventDetails"], bare[0]
    same(states.describe_state_machine_for_execution(executionArn=execution)["stateMachineArn"], arn)
    refused("ExecutionDoesNotExist", states.describe_execution, 400, executionArn=execution + "x")
    refused("ExecutionDoesNotExist", states.get_execution_history, 400, executionArn=execution + "x")
    refused("InvalidArn", states.get_execution_history, 400, executionArn="nothing")
    refused("InvalidToken", states.get_execution_history, 400, executionArn=execution, nextToken="bogus")


@check
def a_name_starts_once(cloud):
    states, arn, name = cloud.stepfunctions, machine(cloud, WAIT), fresh()
    first = states.start_execution(stateMachineArn=arn, name=name, input='{"a":1}')
    same(states.start_execution(stateMachineArn=arn, name=name, input='{"a":1}')["startDate"], first["startDate"], "the start of the execution started twice")
    refused("ExecutionAlreadyExists", states.start_execution, 400, first["executionArn"], stateMachineArn=arn, name=name, input='{"a":2}')
    refused("InvalidName", states.start_execution, 400, stateMachineArn=arn, name="a/b")
    refused("InvalidExecutionInput", states.start_execution, 400, stateMachineArn=arn, input="{")
    stopped = states.stop_execution(executionArn=first["executionArn"], error="Enough", cause="of it")
    found = states.describe_execution(executionArn=first["executionArn"])
    same((found["status"], found["error"], found["cause"], found["stopDate"]), ("ABORTED", "Enough", "of it", stopped["stopDate"]))
    same(states.get_execution_history(executionArn=first["executionArn"], reverseOrder=True)["events"][0]["executionAbortedEventDetails"],
         {"error": "Enough", "cause": "of it"})
    refused("ExecutionAlreadyExists", states.start_execution, 400, stateMachineArn=arn, name=name, input='{"a":1}')
    refused("ExecutionDoesNotExist", states.stop_execution, 400, executionArn=first["executionArn"] + "x")


@check
def executions_are_listed_and_redriven(cloud):
    states, arn = cloud.stepfunctions, machine(cloud, FAIL)
    executions = [run(cloud, arn)["executionArn"] for _ in range(3)]
    pages = states.get_paginator("list_executions").paginate(stateMachineArn=arn, PaginationConfig={"PageSize": 2})
    same([each["executionArn"] for page in pages for each in page["executions"]], executions[::-1], "the executions, latest first")
    same(states.list_executions(stateMachineArn=arn, statusFilter="SUCCEEDED")["executions"], [])
    same(len(states.list_executions(stateMachineArn=arn, statusFilter="FAILED")["executions"]), 3)
    refused("ValidationException", states.list_executions, 400, stateMachineArn=arn, statusFilter="NONE")
    refused("StateMachineDoesNotExist", states.list_executions, 400, stateMachineArn=arn + "x")
    found = states.describe_execution(executionArn=executions[0])
    same((found["error"], found["cause"], found["redriveStatus"]), ("Broken", "on purpose", "REDRIVABLE"))
    states.redrive_execution(executionArn=executions[0])
    again = ended(cloud, executions[0])
    same((again["status"], again["redriveCount"]), ("FAILED", 1))
    types = [event["type"] for event in states.get_execution_history(executionArn=executions[0])["events"]]
    same(types, ["ExecutionStarted", "FailStateEntered", "ExecutionFailed", "ExecutionRedriven", "FailStateEntered", "ExecutionFailed"])
    refused("ExecutionNotRedrivable", states.redrive_execution, 400, executionArn=run(cloud, machine(cloud, PASS))["executionArn"])
    refused("ExecutionDoesNotExist", states.redrive_execution, 400, executionArn=executions[0] + "x")


@check
def task_tokens_end_tasks(cloud):
    states = cloud.stepfunctions
    arn = machine(cloud, {"StartAt": "Ask", "States": {"Ask": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 60, "End": True,
        "Parameters": {"FunctionName": cloud.named("ses-publish-metric"), "Payload": {"sendId": "check", "metric": "EmailsSent", "token.$": "$$.Task.Token"}}}}})

    def waiting():
        execution = states.start_execution(stateMachineArn=arn)["executionArn"]
        events = until(lambda: states.get_execution_history(executionArn=execution)["events"],
                       lambda events: events[-1]["type"] == "TaskSubmitted", f"{execution} to hand out its token")
        scheduled = next(event for event in events if event["type"] == "TaskScheduled")["taskScheduledEventDetails"]
        same((scheduled["resource"], scheduled["resourceType"]), ("invoke.waitForTaskToken", "lambda"))
        return execution, json.loads(scheduled["parameters"])["Payload"]["token"]

    execution, token = waiting()
    states.send_task_heartbeat(taskToken=token)
    refused("InvalidOutput", states.send_task_success, 400, taskToken=token, output="{")
    states.send_task_success(taskToken=token, output='{"fate": "Delivered"}')
    found = ended(cloud, execution)
    same((found["status"], json.loads(found["output"])), ("SUCCEEDED", {"fate": "Delivered"}))
    refused("TaskTimedOut", states.send_task_success, 400, taskToken=token, output="{}")
    refused("TaskTimedOut", states.send_task_heartbeat, 400, taskToken=token)
    execution, token = waiting()
    states.send_task_failure(taskToken=token, error="Refused", cause="by the check")
    found = ended(cloud, execution)
    same((found["status"], found["error"], found["cause"]), ("FAILED", "Refused", "by the check"))
    for call, arguments in ((states.send_task_success, {"output": "{}"}), (states.send_task_failure, {}), (states.send_task_heartbeat, {})):
        refused("InvalidToken", call, 400, taskToken="never given out", **arguments)
