"""SNS and SQS."""
import json
import time

from cloud import check, fresh, refused, same


@check
def topics_and_subscriptions_can_be_read(cloud):
    sns = cloud.sns
    destinations = cloud.sesv2.get_configuration_set_event_destinations(ConfigurationSetName=cloud.named("ses-compliance"))
    topic = destinations["EventDestinations"][0]["SnsDestination"]["TopicArn"]
    assert topic in [each["TopicArn"] for page in sns.get_paginator("list_topics").paginate() for each in page["Topics"]]
    attributes = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
    same((attributes["TopicArn"], attributes["SubscriptionsConfirmed"]), (topic, "1"))
    assert json.loads(attributes["Policy"])["Statement"], attributes
    subscription = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"][0]
    same((subscription["Protocol"], subscription["Endpoint"]), ("lambda", cloud.arn("lambda", "function:" + cloud.named("ses-notification-handler"))))
    arn = subscription["SubscriptionArn"]
    assert arn in [each["SubscriptionArn"] for page in sns.get_paginator("list_subscriptions").paginate() for each in page["Subscriptions"]]
    attributes = sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]
    assert json.loads(attributes["RedrivePolicy"])["deadLetterTargetArn"].startswith("arn:aws:sqs:"), attributes
    same({tag["Key"]: tag["Value"] for tag in sns.list_tags_for_resource(ResourceArn=topic)["Tags"]}["stack"], cloud.stack)
    refused("NotFound", sns.get_topic_attributes, 404, TopicArn=topic + "x")
    refused("InvalidParameter", sns.get_topic_attributes, 400, TopicArn="nothing")
    refused("NotFound", sns.list_subscriptions_by_topic, 404, TopicArn=topic + "x")
    refused("NotFound", sns.get_subscription_attributes, 404, SubscriptionArn=arn + "x")
    refused("InvalidParameter", sns.confirm_subscription, 400, TopicArn=topic, Token="wrong")


@check
def messages_are_published(cloud):
    sns, topic = cloud.sns, cloud.arn("sns", cloud.named("ses-feedback"))
    text = "Successfully validated SNS topic for Amazon SES event publishing."
    sent = sns.publish(TopicArn=topic, Message=text, Subject="a subject",
                       MessageAttributes={"a": {"DataType": "String", "StringValue": "b"}, "c": {"DataType": "Binary", "BinaryValue": b"\0\1"}})
    assert sent["MessageId"]
    refused("NotFound", sns.publish, 404, TopicArn=topic + "x", Message=text)
    refused("InvalidParameter", sns.publish, 400, TopicArn=topic, Message="")
    refused("InvalidParameter", sns.publish, 400, TopicArn=topic, Message=text, Subject="x" * 101)
    refused("InvalidParameter", sns.publish, 400, PhoneNumber="+15550100", Message=text)


@check
def queues_are_made_read_changed_and_deleted(cloud):
    sqs, name = cloud.sqs, fresh()
    url = sqs.create_queue(QueueName=name, Attributes={"MessageRetentionPeriod": "1209600"}, tags={"a": "1"})["QueueUrl"]
    assert url.startswith(cloud.endpoint) and url.endswith(f"/000000000000/{name}"), url
    same(sqs.create_queue(QueueName=name)["QueueUrl"], url, "the URL of the queue made twice")
    refused("QueueAlreadyExists", sqs.create_queue, 400, QueueName=name, Attributes={"MessageRetentionPeriod": "60"})
    same(sqs.get_queue_url(QueueName=name)["QueueUrl"], url)
    same(sqs.list_queues(QueueNamePrefix=name)["QueueUrls"], [url])
    second = sqs.create_queue(QueueName=name + "-b")["QueueUrl"]
    pages = sqs.get_paginator("list_queues").paginate(QueueNamePrefix=name, PaginationConfig={"PageSize": 1})
    same([page.get("QueueUrls") for page in pages], [[url], [second]])
    sqs.delete_queue(QueueUrl=second)
    assert "QueueUrls" not in sqs.list_queues(QueueNamePrefix=name + "x")
    sqs.set_queue_attributes(QueueUrl=url, Attributes={"VisibilityTimeout": "5"})
    attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
    same((attributes["VisibilityTimeout"], attributes["MessageRetentionPeriod"], attributes["ApproximateNumberOfMessages"]), ("5", "1209600", "0"))
    same(attributes["QueueArn"], cloud.arn("sqs", name))
    same(list(sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]), ["QueueArn"])
    sqs.tag_queue(QueueUrl=url, Tags={"b": "2"})
    sqs.untag_queue(QueueUrl=url, TagKeys=["a"])
    same(sqs.list_queue_tags(QueueUrl=url)["Tags"], {"b": "2"})
    refused("InvalidAttributeName", sqs.set_queue_attributes, 400, QueueUrl=url, Attributes={"Colour": "red"})
    refused("InvalidAttributeValue", sqs.set_queue_attributes, 400, QueueUrl=url, Attributes={"VisibilityTimeout": "-1"})
    refused("InvalidParameterValue", sqs.create_queue, 400, QueueName="a b")
    sqs.delete_queue(QueueUrl=url)
    refused("AWS.SimpleQueueService.NonExistentQueue", sqs.get_queue_url, 400, QueueName=name)
    try:
        sqs.receive_message(QueueUrl=url)
        raise AssertionError("a deleted queue still gives messages")
    except sqs.exceptions.QueueDoesNotExist:
        pass


@check
def messages_are_sent_received_and_deleted(cloud):
    sqs = cloud.sqs
    url = sqs.create_queue(QueueName=fresh(), Attributes={"VisibilityTimeout": "600"})["QueueUrl"]
    # botocore checks the digests of body and attributes itself.
    sent = sqs.send_message(QueueUrl=url, MessageBody="Grüße ☃ <&>", MessageAttributes={
        "text": {"DataType": "String", "StringValue": "☃"}, "blob": {"DataType": "Binary", "BinaryValue": b"\0\xff"}, "number": {"DataType": "Number", "StringValue": "1"}})
    message, = sqs.receive_message(QueueUrl=url, AttributeNames=["All"], MessageAttributeNames=["All"], WaitTimeSeconds=5)["Messages"]
    same((message["MessageId"], message["Body"]), (sent["MessageId"], "Grüße ☃ <&>"))
    same(message["MessageAttributes"]["blob"], {"DataType": "Binary", "BinaryValue": b"\0\xff"})
    same(message["Attributes"]["ApproximateReceiveCount"], "1")
    assert "Messages" not in sqs.receive_message(QueueUrl=url), "a message in flight was given out again"
    sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"], VisibilityTimeout=0)
    again, = sqs.receive_message(QueueUrl=url, MessageSystemAttributeNames=["ApproximateReceiveCount"])["Messages"]
    same((again["MessageId"], again["Attributes"]), (sent["MessageId"], {"ApproximateReceiveCount": "2"}))
    sqs.delete_message(QueueUrl=url, ReceiptHandle=again["ReceiptHandle"])
    refused("ReceiptHandleIsInvalid", sqs.delete_message, 400, QueueUrl=url, ReceiptHandle="bogus")
    refused("InvalidParameterValue", sqs.receive_message, 400, QueueUrl=url, MaxNumberOfMessages=11)
    started = time.monotonic()
    assert "Messages" not in sqs.receive_message(QueueUrl=url, WaitTimeSeconds=1)
    assert time.monotonic() - started > 0.9, "a long poll ended at once"
    sqs.delete_queue(QueueUrl=url)


@check
def batches_go_entry_by_entry(cloud):
    sqs = cloud.sqs
    url = sqs.create_queue(QueueName=fresh())["QueueUrl"]
    answer = sqs.send_message_batch(QueueUrl=url, Entries=[{"Id": str(n), "MessageBody": f"{n}"} for n in range(3)])
    same([each["Id"] for each in answer["Successful"]], ["0", "1", "2"])
    messages = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
    same(sorted(message["Body"] for message in messages), ["0", "1", "2"])
    handles = [{"Id": str(n), "ReceiptHandle": message["ReceiptHandle"]} for n, message in enumerate(messages)]
    same(len(sqs.change_message_visibility_batch(QueueUrl=url, Entries=[{**each, "VisibilityTimeout": 60} for each in handles])["Successful"]), 3)
    mixed = sqs.delete_message_batch(QueueUrl=url, Entries=[*handles, {"Id": "bad", "ReceiptHandle": "bogus"}])
    same((len(mixed["Successful"]), mixed["Failed"][0]["Id"], mixed["Failed"][0]["Code"], mixed["Failed"][0]["SenderFault"]), (3, "bad", "ReceiptHandleIsInvalid", True))
    refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, 400, QueueUrl=url, Entries=[])
    refused("AWS.SimpleQueueService.BatchEntryIdsNotDistinct", sqs.send_message_batch, 400, QueueUrl=url, Entries=[{"Id": "a", "MessageBody": "1"}] * 2)
    sqs.send_message(QueueUrl=url, MessageBody="to purge")
    sqs.purge_queue(QueueUrl=url)
    assert "Messages" not in sqs.receive_message(QueueUrl=url)
    sqs.delete_queue(QueueUrl=url)


@check
def undelivered_and_unprocessed_feedback_can_be_looked_at(cloud):
    for name in ("ses-feedback-undelivered", "ses-feedback-unprocessed"):
        url = cloud.sqs.get_queue_url(QueueName=cloud.named(name))["QueueUrl"]
        same(cloud.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["MessageRetentionPeriod"])["Attributes"], {"MessageRetentionPeriod": "1209600"})
