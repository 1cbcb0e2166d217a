"""CloudWatch, CloudWatch Logs, Lambda and STS."""
import base64
import datetime
import json

from cloud import ACCOUNT, check, fresh, refused, same, until


@check
def metrics_are_put_summed_and_listed(cloud):
    watch, namespace = cloud.cloudwatch, fresh("Check")
    at = datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0) - datetime.timedelta(minutes=10)
    dimensions = [{"Name": "Environment", "Value": cloud.stack}]
    watch.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": "Sent", "Dimensions": dimensions, "Timestamp": at, "Value": value, "Unit": "Count"} for value in (1, 2.5)])
    watch.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": "Sent", "Dimensions": dimensions, "Timestamp": at, "Values": [1, 4], "Counts": [2, 1], "Unit": "Count"},
        {"MetricName": "Other", "StatisticValues": {"SampleCount": 2, "Sum": 3, "Minimum": 1, "Maximum": 2}}])
    asked = {"Namespace": namespace, "MetricName": "Sent", "Dimensions": dimensions, "StartTime": at, "EndTime": at + datetime.timedelta(minutes=1), "Period": 60}
    point, = watch.get_metric_statistics(**asked, Statistics=["SampleCount", "Sum", "Average", "Minimum", "Maximum"])["Datapoints"]
    same((point["Timestamp"], point["SampleCount"], point["Sum"], point["Average"], point["Minimum"], point["Maximum"], point["Unit"]),
         (at, 5.0, 9.5, 1.9, 1.0, 4.0, "Count"))
    point, = watch.get_metric_statistics(**asked, ExtendedStatistics=["p100"])["Datapoints"]
    same(point["ExtendedStatistics"]["p100"], 4.0)
    same(watch.get_metric_statistics(**{**asked, "Dimensions": []}, Statistics=["Sum"])["Datapoints"], [])
    listed = [metric for page in watch.get_paginator("list_metrics").paginate(Namespace=namespace) for metric in page["Metrics"]]
    same(sorted((metric["MetricName"], len(metric["Dimensions"])) for metric in listed), [("Other", 0), ("Sent", 1)])
    same(len(watch.list_metrics(Namespace=namespace, Dimensions=dimensions)["Metrics"]), 1)
    refused("InvalidParameterValue", watch.put_metric_data, 400, Namespace="AWS/SES", MetricData=[{"MetricName": "Send", "Value": 1}])
    refused("InvalidParameterValue", watch.put_metric_data, 400, Namespace=namespace, MetricData=[{"MetricName": "Sent", "Value": 1, "Unit": "Mails"}])
    refused("InvalidParameterCombination", watch.get_metric_statistics, 400, **asked)
    refused("InvalidParameterCombination", watch.get_metric_statistics, 400, **{**asked, "EndTime": at}, Statistics=["Sum"])
    refused("InvalidParameterValue", watch.get_metric_statistics, 400, **{**asked, "Period": 61}, Statistics=["Sum"])


@check
def functions_are_invoked(cloud):
    functions, name = cloud.lambda_, cloud.named("ses-publish-metric")
    event = json.dumps({"sendId": fresh(), "metric": "EmailsSuppressed"})
    answer = functions.invoke(FunctionName=name, Payload=event, LogType="Tail")
    same((answer["StatusCode"], answer["ExecutedVersion"], json.load(answer["Payload"])), (200, "$LATEST", {}))
    log = base64.b64decode(answer["LogResult"]).decode()
    assert "START RequestId: " in log and "REPORT RequestId: " in log, log
    failed = functions.invoke(FunctionName=cloud.arn("lambda", f"function:{name}"), Payload=json.dumps({"sendId": "x", "metric": "Nonsense"}))
    same((failed["StatusCode"], failed["FunctionError"], json.load(failed["Payload"])["errorType"]), (200, "Unhandled", "InvalidRequest"))
    same(functions.invoke(FunctionName=name, InvocationType="Event", Payload=event)["StatusCode"], 202)
    same(functions.invoke(FunctionName=name, InvocationType="DryRun", Payload=event)["StatusCode"], 204)
    refused("ResourceNotFoundException", functions.invoke, 404, FunctionName="none")
    refused("ResourceNotFoundException", functions.invoke, 404, FunctionName=name, Qualifier="7")
    refused("InvalidRequestContentException", functions.invoke, 400, FunctionName=name, Payload=b"{")
    refused("RequestEntityTooLargeException", functions.invoke, 413, FunctionName=name, Payload=json.dumps("x" * (6 << 20)))


@check
def functions_can_be_read(cloud):
    functions, name = cloud.lambda_, cloud.named("ses-send-email")
    found = functions.get_function(FunctionName=name)["Configuration"]
    same((found["FunctionName"], found["Handler"], found["Runtime"], found["State"]), (name, "SendEmail", "provided.al2023", "Active"))
    same(found["Environment"]["Variables"]["CONFIGURATION_SET"], cloud.named("ses-compliance"))
    same(functions.get_function_configuration(FunctionName=name)["FunctionArn"], cloud.arn("lambda", f"function:{name}"))
    pages = functions.get_paginator("list_functions").paginate(PaginationConfig={"PageSize": 2})
    assert name in [each["FunctionName"] for page in pages for each in page["Functions"]]
    refused("ResourceNotFoundException", functions.get_function, 404, FunctionName="none")
    refused("ResourceNotFoundException", functions.get_function_configuration, 404, FunctionName="none")


@check
def logs_can_be_read(cloud):
    logs, send_id = cloud.logs, fresh()
    cloud.lambda_.invoke(FunctionName=cloud.named("ses-publish-metric"), Payload=json.dumps({"sendId": send_id, "metric": "EmailsSuppressed"}))
    group = "/aws/lambda/" + cloud.named("ses-publish-metric")
    same(logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]["logGroupName"], group)
    found = until(lambda: logs.filter_log_events(logGroupName=group, filterPattern=f'{{ $.sendId = "{send_id}" }}')["events"], bool, "the function's log line")
    same(json.loads(found[0]["message"])["sendId"], send_id)
    by_text = [event for page in logs.get_paginator("filter_log_events").paginate(logGroupName=group, filterPattern=f'"{send_id}"', PaginationConfig={"PageSize": 1})
               for event in page["events"]]
    same(by_text[0]["eventId"], found[0]["eventId"])
    stream = found[0]["logStreamName"]
    assert stream in [each["logStreamName"] for page in logs.get_paginator("describe_log_streams").paginate(logGroupName=group) for each in page["logStreams"]]
    whole = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True)
    assert found[0]["message"] in [event["message"] for event in whole["events"]]
    end = logs.get_log_events(logGroupName=group, logStreamName=stream, startFromHead=True, nextToken=whole["nextForwardToken"], endTime=1)
    same((end["events"], end["nextForwardToken"]), ([], whole["nextForwardToken"]), "the end of the stream")
    refused("ResourceNotFoundException", logs.get_log_events, 400, logGroupName=group, logStreamName="none")
    refused("ResourceNotFoundException", logs.filter_log_events, 400, logGroupName="none")
    refused("InvalidParameterException", logs.filter_log_events, 400, logGroupName=group, filterPattern="{ $.")
    refused("InvalidParameterException", logs.describe_log_streams, 400, logGroupName=group, logStreamNamePrefix="2", orderBy="LastEventTime")


@check
def the_caller_is_known(cloud):
    caller = cloud.sts.get_caller_identity()
    same((caller["Account"], caller["Arn"]), (ACCOUNT, f"arn:aws:iam::{ACCOUNT}:user/operator"))
    refused("InvalidAction", cloud.sts.get_session_token, says="GetSessionToken")
