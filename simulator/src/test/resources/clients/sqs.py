"""boto3 against the simulated SQS. Run with AWS_ENDPOINT_URL set; exits with an error at the first surprise."""

import hashlib

import boto3
from botocore.exceptions import ClientError
from checks import step

sqs = boto3.client("sqs")


def code_of(call, **arguments):
    try:
        call(**arguments)
    except ClientError as error:
        return error.response["Error"]["Code"]
    raise AssertionError("no error from " + call.__name__)


step("a queue is made, found and described")
url = sqs.create_queue(QueueName="boto-q", Attributes={"VisibilityTimeout": "45"}, tags={"team": "blue"})["QueueUrl"]
assert url.startswith("http://127.0.0.1:") and url.endswith("/111122223333/boto-q"), url
assert sqs.get_queue_url(QueueName="boto-q")["QueueUrl"] == url
assert url in sqs.list_queues(QueueNamePrefix="boto-")["QueueUrls"]
attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
assert attributes["VisibilityTimeout"] == "45", attributes
assert attributes["QueueArn"] == "arn:aws:sqs:eu-central-1:111122223333:boto-q", attributes
assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"team": "blue"}

step("a message comes back as it was sent, with the digests of its body and attributes")
body = '{"text": "<ü & 😀>"}'
sent = sqs.send_message(
    QueueUrl=url,
    MessageBody=body,
    MessageAttributes={
        "text": {"DataType": "String", "StringValue": "ä"},
        "bytes": {"DataType": "Binary", "BinaryValue": b"\x00\xff"},
    },
)
assert sent["MD5OfMessageBody"] == hashlib.md5(body.encode()).hexdigest()
received = sqs.receive_message(
    QueueUrl=url, AttributeNames=["All"], MessageAttributeNames=["All"], WaitTimeSeconds=1, VisibilityTimeout=900
)["Messages"][0]
assert received["Body"] == body and received["MessageId"] == sent["MessageId"], received
assert received["MessageAttributes"]["bytes"]["BinaryValue"] == b"\x00\xff", received
assert received["MD5OfMessageAttributes"] == sent["MD5OfMessageAttributes"]
assert received["Attributes"]["ApproximateReceiveCount"] == "1", received

step("visibility zero shows it again, and deletion takes it away")
sqs.change_message_visibility(QueueUrl=url, ReceiptHandle=received["ReceiptHandle"], VisibilityTimeout=0)
again = sqs.receive_message(QueueUrl=url, MessageSystemAttributeNames=["ApproximateReceiveCount"])["Messages"][0]
assert again["Attributes"] == {"ApproximateReceiveCount": "2"}, again
sqs.delete_message(QueueUrl=url, ReceiptHandle=again["ReceiptHandle"])
assert "Messages" not in sqs.receive_message(QueueUrl=url)

step("batches succeed and fail entry by entry")
batch = sqs.send_message_batch(
    QueueUrl=url, Entries=[{"Id": "good", "MessageBody": "a"}, {"Id": "bad", "MessageBody": "b", "DelaySeconds": 901}]
)
assert [entry["Id"] for entry in batch["Successful"]] == ["good"], batch
assert [(entry["Id"], entry["Code"]) for entry in batch["Failed"]] == [("bad", "InvalidParameterValue")], batch
handle = sqs.receive_message(QueueUrl=url, VisibilityTimeout=900)["Messages"][0]["ReceiptHandle"]
hidden = sqs.change_message_visibility_batch(
    QueueUrl=url, Entries=[{"Id": "0", "ReceiptHandle": handle, "VisibilityTimeout": 120}]
)
assert hidden["Successful"] == [{"Id": "0"}], hidden
deleted = sqs.delete_message_batch(
    QueueUrl=url, Entries=[{"Id": "0", "ReceiptHandle": handle}, {"Id": "1", "ReceiptHandle": "nonsense"}]
)
assert deleted["Failed"][0]["Code"] == "ReceiptHandleIsInvalid", deleted

step("errors are those of AWS")
missing = url.replace("boto-q", "nowhere")
assert code_of(sqs.receive_message, QueueUrl=missing) == "AWS.SimpleQueueService.NonExistentQueue"
try:
    sqs.get_queue_url(QueueName="nowhere")
    raise AssertionError("found nowhere")
except sqs.exceptions.QueueDoesNotExist:
    pass
assert code_of(sqs.create_queue, QueueName="boto-q", Attributes={"VisibilityTimeout": "46"}) == "QueueAlreadyExists"
assert code_of(sqs.receive_message, QueueUrl=url, MaxNumberOfMessages=11) == "InvalidParameterValue"
same = [{"Id": "a", "MessageBody": "1"}, {"Id": "a", "MessageBody": "2"}]
assert (
    code_of(sqs.send_message_batch, QueueUrl=url, Entries=same) == "AWS.SimpleQueueService.BatchEntryIdsNotDistinct"
)

step("what is not played is refused by name")
try:
    sqs.add_permission(QueueUrl=url, Label="l", AWSAccountIds=["1"], Actions=["*"])
    raise AssertionError("AddPermission was played")
except ClientError as error:
    assert "AddPermission" in error.response["Error"]["Message"], error
try:
    boto3.client("dynamodb").list_tables()
    raise AssertionError("DynamoDB was played")
except ClientError as error:
    assert "does not play the operation ListTables" in error.response["Error"]["Message"], error

step("a queue is deleted")
sqs.purge_queue(QueueUrl=url)
sqs.delete_queue(QueueUrl=url)
assert code_of(sqs.receive_message, QueueUrl=url) == "AWS.SimpleQueueService.NonExistentQueue"
