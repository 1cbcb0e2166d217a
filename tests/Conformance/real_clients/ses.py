"""SES v2: the account, identities, configuration sets, templates, suppression, and sending."""
import json
import urllib.request
from email.message import EmailMessage

from cloud import check, fresh, refused, same, until


def sender(cloud):
    identity = next(each for each in cloud.sesv2.list_email_identities()["EmailIdentities"] if each["SendingEnabled"])
    return f"verify@{identity['IdentityName']}"


def outbox(cloud, message_id):
    with urllib.request.urlopen(f"{cloud.endpoint}/_outbox/{message_id}") as answer:
        return json.load(answer)


def simple(subject="Your code", text="493 021"):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": text}, "Html": {"Data": f"<p>{text}</p>"}}}}


@check
def the_account_can_be_read(cloud):
    account = cloud.sesv2.get_account()
    same((account["EnforcementStatus"], account["SendingEnabled"]), ("HEALTHY", True))
    assert account["SendQuota"]["MaxSendRate"] > 0 and account["SendQuota"]["Max24HourSend"] > 0, account
    cloud.sesv2.put_account_sending_attributes(SendingEnabled=True)
    cloud.sesv2.put_account_suppression_attributes(SuppressedReasons=account["SuppressionAttributes"]["SuppressedReasons"])
    same(cloud.sesv2.get_account()["SuppressionAttributes"], account["SuppressionAttributes"])


@check
def identities_and_configuration_sets_can_be_read(cloud):
    ses = cloud.sesv2
    name = ses.list_email_identities(PageSize=1)["EmailIdentities"][0]["IdentityName"]
    identity = ses.get_email_identity(EmailIdentity=name)
    same((identity["IdentityType"], identity["VerifiedForSendingStatus"], identity["DkimAttributes"]["Status"]), ("DOMAIN", True, "SUCCESS"))
    same(len(identity["DkimAttributes"]["Tokens"]), 3)
    refused("NotFoundException", ses.get_email_identity, 404, EmailIdentity="nobody@example.net")
    name = cloud.named("ses-compliance")
    assert name in ses.list_configuration_sets()["ConfigurationSets"]
    found = ses.get_configuration_set(ConfigurationSetName=name)
    same((found["SendingOptions"], found["ReputationOptions"]["ReputationMetricsEnabled"]), ({"SendingEnabled": True}, True))
    destination = ses.get_configuration_set_event_destinations(ConfigurationSetName=name)["EventDestinations"][0]
    assert {"BOUNCE", "COMPLAINT", "DELIVERY"} <= set(destination["MatchingEventTypes"]), destination
    assert destination["SnsDestination"]["TopicArn"].startswith("arn:aws:sns:"), destination
    refused("NotFoundException", ses.get_configuration_set, 404, ConfigurationSetName="none")
    refused("NotFoundException", ses.get_configuration_set_event_destinations, 404, ConfigurationSetName="none")
    refused("NotFoundException", ses.put_configuration_set_sending_options, 404, ConfigurationSetName="none", SendingEnabled=True)


@check
def a_simple_mail_is_sent(cloud):
    sent = cloud.sesv2.send_email(
        FromEmailAddress=f"Verify <{sender(cloud)}>", Destination={"ToAddresses": ["success+simple@simulator.amazonses.com"]},
        ConfigurationSetName=cloud.named("ses-compliance"), ReplyToAddresses=["help@example.org"],
        EmailTags=[{"Name": "flow", "Value": "check"}], Content=simple(text="Grüße ☃"))
    mail = until(lambda: outbox(cloud, sent["MessageId"]), lambda mail: mail["State"] == "Delivered", "the mail to be delivered")
    same((mail["Subject"], mail["Text"], mail["Html"], mail["Tags"]["flow"]), ("Your code", "Grüße ☃", "<p>Grüße ☃</p>", "check"))


@check
def a_raw_mail_is_sent(cloud):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender(cloud), "success+raw@simulator.amazonses.com", "Grüße"
    mail.set_content("493 021")
    sent = cloud.sesv2.send_email(Content={"Raw": {"Data": mail.as_bytes()}})
    same(outbox(cloud, sent["MessageId"])["Subject"], "Grüße")
    same(outbox(cloud, sent["MessageId"])["To"], ["success+raw@simulator.amazonses.com"])


@check
def templates_are_kept_and_sent(cloud):
    ses, name = cloud.sesv2, fresh()
    content = {"Subject": "Hello {{name}}", "Text": "Your code is {{code}}"}
    ses.create_email_template(TemplateName=name, TemplateContent=content)
    refused("AlreadyExistsException", ses.create_email_template, 400, TemplateName=name, TemplateContent=content)
    same(ses.get_email_template(TemplateName=name)["TemplateContent"], content)
    pages = ses.get_paginator("list_email_templates").paginate() if ses.can_paginate("list_email_templates") else [ses.list_email_templates()]
    assert name in [each["TemplateName"] for page in pages for each in page["TemplatesMetadata"]]
    ses.update_email_template(TemplateName=name, TemplateContent={**content, "Html": "<b>{{code}}</b>"})
    to = {"FromEmailAddress": sender(cloud), "Destination": {"ToAddresses": ["success+template@simulator.amazonses.com"]}}
    data = json.dumps({"name": "Ada", "code": "493 021"})
    sent = ses.send_email(**to, Content={"Template": {"TemplateName": name, "TemplateData": data}})
    mail = outbox(cloud, sent["MessageId"])
    same((mail["Subject"], mail["Text"], mail["Html"]), ("Hello Ada", "Your code is 493 021", "<b>493 021</b>"))
    inline = ses.send_email(**to, Content={"Template": {"TemplateContent": content, "TemplateData": data}})
    same(outbox(cloud, inline["MessageId"])["Subject"], "Hello Ada")
    ses.delete_email_template(TemplateName=name)
    refused("NotFoundException", ses.get_email_template, 404, TemplateName=name)
    refused("NotFoundException", ses.send_email, 404, **to, Content={"Template": {"TemplateName": name, "TemplateData": "{}"}})
    refused("BadRequestException", ses.create_email_template, 400, TemplateName=name, TemplateContent={"Subject": "{{#if}"})


@check
def mails_are_refused_as_SES_refuses_them(cloud):
    send, good = cloud.sesv2.send_email, {"ToAddresses": ["success@simulator.amazonses.com"]}
    mail = {"FromEmailAddress": sender(cloud), "Destination": good, "Content": simple()}
    refused("MessageRejected", send, 400, "Email address is not verified", **{**mail, "FromEmailAddress": "me@unverified.example.net"})
    refused("NotFoundException", send, 404, **mail, ConfigurationSetName="none")
    refused("BadRequestException", send, 400, **{**mail, "Content": {}})
    refused("BadRequestException", send, 400, **{**mail, "Destination": {}})
    refused("BadRequestException", send, 400, **{**mail, "Destination": {"ToAddresses": ["no address"]}})
    refused("BadRequestException", send, 400, **mail, EmailTags=[{"Name": "a b", "Value": "c"}])
    refused("BadRequestException", send, 400, "FeedbackForwardingEmailAddress", **mail, FeedbackForwardingEmailAddress="a@example.org")


@check
def the_accounts_suppression_list_is_kept(cloud):
    ses, addresses = cloud.sesv2, [f"{fresh()}@example.org" for _ in range(3)]
    for address in addresses:
        ses.put_suppressed_destination(EmailAddress=address, Reason="BOUNCE")
    found = ses.get_suppressed_destination(EmailAddress=addresses[0])["SuppressedDestination"]
    same((found["EmailAddress"], found["Reason"]), (addresses[0], "BOUNCE"))
    pages = ses.get_paginator("list_suppressed_destinations").paginate(PaginationConfig={"PageSize": 2}, Reasons=["BOUNCE"]) \
        if ses.can_paginate("list_suppressed_destinations") else paged(ses.list_suppressed_destinations, Reasons=["BOUNCE"], PageSize=2)
    listed = [each["EmailAddress"] for page in pages for each in page["SuppressedDestinationSummaries"]]
    assert set(addresses) <= set(listed), listed
    at = found["LastUpdateTime"]
    between = ses.list_suppressed_destinations(StartDate=at, EndDate=at.replace(year=at.year + 1), Reasons=["BOUNCE", "COMPLAINT"])
    assert addresses[0] in [each["EmailAddress"] for each in between["SuppressedDestinationSummaries"]], between
    before = ses.list_suppressed_destinations(EndDate=at.replace(year=at.year - 1))
    assert addresses[0] not in [each["EmailAddress"] for each in before["SuppressedDestinationSummaries"]], before
    refused("InvalidNextTokenException", ses.list_suppressed_destinations, 400, NextToken="bogus")
    for address in addresses:
        ses.delete_suppressed_destination(EmailAddress=address)
    refused("NotFoundException", ses.get_suppressed_destination, 404, EmailAddress=addresses[0])
    refused("NotFoundException", ses.delete_suppressed_destination, 404, EmailAddress=addresses[0])
    refused("BadRequestException", ses.put_suppressed_destination, 400, EmailAddress="no address", Reason="BOUNCE")


@check
def what_SES_has_besides_is_refused_by_name(cloud):
    refused("UnknownOperationException", cloud.sesv2.list_contact_lists, 404, "/v2/email/contact-lists")


def paged(call, **arguments):
    page = call(**arguments)
    yield page
    while token := page.get("NextToken"):
        yield (page := call(**arguments, NextToken=token))
