"""DynamoDB: tables, rows, conditional writes, scans in pages."""
from decimal import Decimal

from boto3.dynamodb.conditions import Attr, Key

from cloud import check, fresh, refused, same


def table(cloud):
    name = fresh()
    cloud.dynamodb.create_table(
        TableName=name, BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "email", "AttributeType": "S"}, {"AttributeName": "reason", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "email", "KeyType": "HASH"}, {"AttributeName": "reason", "KeyType": "RANGE"}])
    cloud.dynamodb.get_waiter("table_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    return name


def key(email, reason="BOUNCE"):
    return {"email": {"S": email}, "reason": {"S": reason}}


@check
def tables_are_made_read_and_deleted(cloud):
    tables, name = cloud.dynamodb, table(cloud)
    found = tables.describe_table(TableName=name)["Table"]
    same((found["TableStatus"], found["TableArn"], found["BillingModeSummary"]["BillingMode"]), ("ACTIVE", cloud.arn("dynamodb", f"table/{name}"), "PAY_PER_REQUEST"))
    assert name in [each for page in tables.get_paginator("list_tables").paginate(PaginationConfig={"PageSize": 2}) for each in page["TableNames"]]
    refused("ResourceInUseException", tables.create_table, 400, TableName=name, BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "a", "AttributeType": "S"}], KeySchema=[{"AttributeName": "a", "KeyType": "HASH"}])
    tables.update_time_to_live(TableName=name, TimeToLiveSpecification={"AttributeName": "ttl", "Enabled": True})
    same(tables.describe_time_to_live(TableName=name)["TimeToLiveDescription"]["AttributeName"], "ttl")
    tables.update_continuous_backups(TableName=name, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True})
    recovery = tables.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
    same(recovery["PointInTimeRecoveryStatus"], "ENABLED")
    tables.tag_resource(ResourceArn=found["TableArn"], Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
    tables.untag_resource(ResourceArn=found["TableArn"], TagKeys=["a"])
    same(tables.list_tags_of_resource(ResourceArn=found["TableArn"])["Tags"], [{"Key": "b", "Value": "2"}])
    tables.update_table(TableName=name, DeletionProtectionEnabled=True)
    refused("ValidationException", tables.delete_table, 400, TableName=name)
    tables.update_table(TableName=name, DeletionProtectionEnabled=False)
    tables.delete_table(TableName=name)
    tables.get_waiter("table_not_exists").wait(TableName=name, WaiterConfig={"Delay": 1})
    refused("ResourceNotFoundException", tables.describe_table, 400, TableName=name)
    refused("ResourceNotFoundException", tables.get_item, 400, TableName=name, Key=key("a"))


@check
def rows_are_written_read_changed_and_deleted(cloud):
    rows, name = cloud.dynamodb, table(cloud)
    item = {**key("grüße@example.org"), "count": {"N": "1"}, "ids": {"SS": ["a", "b"]}, "bytes_": {"B": b"\0\xff"}, "more": {"M": {"x": {"L": [{"BOOL": True}, {"NULL": True}]}}}}
    rows.put_item(TableName=name, Item=item)
    got = rows.get_item(TableName=name, Key=key("grüße@example.org"), ConsistentRead=True)["Item"]
    same({**got, "ids": {"SS": sorted(got["ids"]["SS"])}}, item)
    assert "Item" not in rows.get_item(TableName=name, Key=key("nobody"))
    changed = rows.update_item(TableName=name, Key=key("grüße@example.org"), UpdateExpression="ADD #c :one SET seen = :now REMOVE bytes_", ReturnValues="ALL_NEW",
                               ExpressionAttributeNames={"#c": "count"}, ExpressionAttributeValues={":one": {"N": "1"}, ":now": {"S": "now"}})["Attributes"]
    same((changed["count"], changed["seen"], "bytes_" in changed), ({"N": "2"}, {"S": "now"}, False))
    same(rows.delete_item(TableName=name, Key=key("grüße@example.org"), ReturnValues="ALL_OLD")["Attributes"]["count"], {"N": "2"})
    refused("ValidationException", rows.put_item, 400, TableName=name, Item={"email": {"S": "a"}})
    refused("ValidationException", rows.update_item, 400, TableName=name, Key=key("a"), UpdateExpression="SET")
    rows.delete_table(TableName=name)


@check
def writes_have_conditions(cloud):
    rows, name = cloud.dynamodb, table(cloud)
    new = {"TableName": name, "Item": {**key("a"), "version": {"N": "1"}}, "ConditionExpression": "attribute_not_exists(email)"}
    rows.put_item(**new)
    refused("ConditionalCheckFailedException", rows.put_item, 400, "The conditional request failed", **new)
    answer = refused("ConditionalCheckFailedException", rows.put_item, 400, **new, ReturnValuesOnConditionCheckFailure="ALL_OLD")
    same(answer["Item"]["version"], {"N": "1"}, "the row that was in the way")
    answer = refused("ConditionalCheckFailedException", rows.update_item, 400, TableName=name, Key=key("a"), UpdateExpression="SET version = :new",
                     ConditionExpression="version = :old", ExpressionAttributeValues={":new": {"N": "3"}, ":old": {"N": "2"}}, ReturnValuesOnConditionCheckFailure="ALL_OLD")
    same(answer["Item"]["version"], {"N": "1"}, "the row that was in the way")
    refused("ConditionalCheckFailedException", rows.delete_item, 400, TableName=name, Key=key("a"), ConditionExpression="attribute_not_exists(email)")
    rows.delete_table(TableName=name)


@check
def scans_and_queries_come_in_pages(cloud):
    rows, name = cloud.dynamodb, table(cloud)
    rows.batch_write_item(RequestItems={name: [{"PutRequest": {"Item": {**key(f"u{n:02}"), "n": {"N": str(n)}}}} for n in range(25)]})
    pages = list(rows.get_paginator("scan").paginate(TableName=name, PaginationConfig={"PageSize": 10}))
    same([page["Count"] for page in pages], [10, 10, 5])
    same(len({item["email"]["S"] for page in pages for item in page["Items"]}), 25)
    filtered = rows.scan(TableName=name, FilterExpression="n < :most", ExpressionAttributeValues={":most": {"N": "5"}}, Select="COUNT")
    same((filtered["Count"], filtered["ScannedCount"]), (5, 25))
    halves = [rows.scan(TableName=name, Segment=segment, TotalSegments=2)["Count"] for segment in range(2)]
    same(sum(halves), 25)
    query = {"TableName": name, "KeyConditionExpression": "email = :e", "ExpressionAttributeValues": {":e": {"S": "u03"}}}
    same(rows.query(**query, ConsistentRead=True)["Items"][0]["n"], {"N": "3"})
    got = rows.batch_get_item(RequestItems={name: {"Keys": [key("u01"), key("u02"), key("none")]}})["Responses"][name]
    same(len(got), 2)
    rows.delete_table(TableName=name)


@check
def the_resource_interface_works(cloud):
    name = table(cloud)
    rows = cloud.session.resource("dynamodb", endpoint_url=cloud.endpoint).Table(name)
    with rows.batch_writer() as batch:
        for n in range(30):
            batch.put_item(Item={"email": "one@example.org", "reason": f"R{n:02}", "n": n, "share": Decimal("0.5")})
    found = rows.query(KeyConditionExpression=Key("email").eq("one@example.org") & Key("reason").begins_with("R0"), FilterExpression=Attr("n").gte(5))
    same([item["n"] for item in found["Items"]], [Decimal(n) for n in range(5, 10)])
    same(rows.item_count >= 0, True)
    rows.delete()
