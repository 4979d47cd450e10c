"""boto3 against the simulated EC2 Auto Scaling. Run with AWS_ENDPOINT_URL set; exits with an error at the first
surprise."""

import json
import time

import boto3
from checks import error_of, step

scaling = boto3.client("autoscaling")
sqs = boto3.client("sqs")
QUEUE = "arn:aws:sqs:eu-central-1:111122223333:lifecycle"
ROLE = "arn:aws:iam::111122223333:role/hook"
TERMINATING = "autoscaling:EC2_INSTANCE_TERMINATING"
url = sqs.get_queue_url(QueueName="lifecycle")["QueueUrl"]


def next_message():
    for _ in range(20):
        for message in sqs.receive_message(QueueUrl=url, WaitTimeSeconds=20).get("Messages", []):
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
            return json.loads(message["Body"])
    raise AssertionError("no message came")


def until(what, condition):
    for _ in range(120):
        if condition():
            return
        time.sleep(0.25)
    raise AssertionError("never: " + what)


def members(*ids):
    pages = scaling.get_paginator("describe_auto_scaling_instances").paginate(InstanceIds=list(ids))
    return [i for page in pages for i in page["AutoScalingInstances"]]


def state_of(instance):
    return [i["LifecycleState"] for i in members(instance)]


def action(message, **more):
    return dict(
        AutoScalingGroupName="workers",
        LifecycleHookName="drain",
        LifecycleActionToken=message["LifecycleActionToken"],
        **more,
    )


step("a group is described, by name and in pages")
group = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=["workers"])["AutoScalingGroups"][0]
assert group["DesiredCapacity"] == 4 and len(group["Instances"]) == 4, group
assert {i["LifecycleState"] for i in group["Instances"]} == {"InService"}, group
assert scaling.describe_auto_scaling_groups(AutoScalingGroupNames=["nobody"])["AutoScalingGroups"] == []
everyone = scaling.get_paginator("describe_auto_scaling_instances").paginate(PaginationConfig={"PageSize": 3})
assert [len(page["AutoScalingInstances"]) for page in everyone] == [3, 1]
first, second = [i["InstanceId"] for i in group["Instances"]][:2]
assert [i["InstanceId"] for i in members(first, "i-00000000000000000")] == [first]

step("a hook is put, and its queue gets a test notification")
scaling.put_lifecycle_hook(
    AutoScalingGroupName="workers",
    LifecycleHookName="drain",
    LifecycleTransition=TERMINATING,
    HeartbeatTimeout=7200,
    DefaultResult="CONTINUE",
    NotificationTargetARN=QUEUE,
    RoleARN=ROLE,
    NotificationMetadata='{"n": 1}',
)
test = next_message()
assert test["Event"] == "autoscaling:TEST_NOTIFICATION" and "LifecycleActionToken" not in test, test
assert test["AutoScalingGroupARN"] == group["AutoScalingGroupARN"], test
hook = scaling.describe_lifecycle_hooks(AutoScalingGroupName="workers")["LifecycleHooks"][0]
assert (hook["HeartbeatTimeout"], hook["GlobalTimeout"], hook["DefaultResult"]) == (7200, 172800, "CONTINUE"), hook

step("a lower desired capacity brings a lifecycle message with the documented keys")
scaling.set_desired_capacity(AutoScalingGroupName="workers", DesiredCapacity=3)
message = next_message()
assert set(message) == {
    "LifecycleActionToken", "AccountId", "AutoScalingGroupName", "LifecycleHookName", "EC2InstanceId",
    "LifecycleTransition", "NotificationMetadata", "Origin", "Destination", "RequestId", "Service", "Time",
}, message
assert message["LifecycleTransition"] == TERMINATING and message["NotificationMetadata"] == '{"n": 1}', message
assert (message["Origin"], message["Destination"]) == ("AutoScalingGroup", "EC2"), message
assert len(message["LifecycleActionToken"]) == 36 and message["Service"] == "AWS Auto Scaling", message
gone = message["EC2InstanceId"]
assert state_of(gone) == ["Terminating:Wait"], state_of(gone)
activity = scaling.describe_scaling_activities(AutoScalingGroupName="workers")["Activities"][0]
assert activity["StatusCode"] == "MidLifecycleAction" and gone in activity["Description"], activity

step("a heartbeat is taken, a completion lets the instance go, once")
scaling.record_lifecycle_action_heartbeat(**action(message))
scaling.record_lifecycle_action_heartbeat(
    AutoScalingGroupName="workers", LifecycleHookName="drain", InstanceId=gone
)
scaling.complete_lifecycle_action(**action(message, LifecycleActionResult="CONTINUE"))
no_action = ("ValidationError", "No active Lifecycle Action found with token " + message["LifecycleActionToken"])
assert error_of(scaling.complete_lifecycle_action, **action(message, LifecycleActionResult="CONTINUE")) == no_action
assert error_of(scaling.record_lifecycle_action_heartbeat, **action(message)) == no_action
until("the instance is gone", lambda: state_of(gone) == [])

step("one instance is terminated by hand, and completed by its id")
left = second if gone == first else first
ended = scaling.terminate_instance_in_auto_scaling_group(InstanceId=left, ShouldDecrementDesiredCapacity=True)
assert left in ended["Activity"]["Description"], ended
assert next_message()["EC2InstanceId"] == left
again = error_of(
    scaling.terminate_instance_in_auto_scaling_group, InstanceId=left, ShouldDecrementDesiredCapacity=True
)
assert again[0] == "ScalingActivityInProgress", again
by_id = dict(AutoScalingGroupName="workers", LifecycleHookName="drain", InstanceId=left)
scaling.complete_lifecycle_action(LifecycleActionResult="ABANDON", **by_id)
assert error_of(scaling.complete_lifecycle_action, LifecycleActionResult="ABANDON", **by_id) == (
    "ValidationError",
    "No active Lifecycle Action found with instance ID " + left,
)
until("the instance is gone", lambda: state_of(left) == [])
group = scaling.describe_auto_scaling_groups(AutoScalingGroupNames=["workers"])["AutoScalingGroups"][0]
assert group["DesiredCapacity"] == 2 and len(group["Instances"]) == 2, group
statuses = scaling.get_paginator("describe_scaling_activities").paginate(
    AutoScalingGroupName="workers", PaginationConfig={"PageSize": 5}
)
assert [a["StatusCode"] for page in statuses for a in page["Activities"]] == ["Successful"] * 6

step("errors are those of AWS")
code, text = error_of(scaling.set_desired_capacity, AutoScalingGroupName="nobody", DesiredCapacity=1)
assert code == "ValidationError" and text.startswith("AutoScalingGroup name not found"), (code, text)
unknown = dict(action(message, LifecycleActionResult="CONTINUE"), AutoScalingGroupName="nobody")
code, text = error_of(scaling.complete_lifecycle_action, **unknown)
assert code == "ValidationError" and text.startswith("AutoScalingGroup name not found"), (code, text)
code, _ = error_of(scaling.delete_lifecycle_hook, AutoScalingGroupName="workers", LifecycleHookName="nothing")
assert code == "ValidationError", code
missing = "i-00000000000000000"
code, text = error_of(
    scaling.terminate_instance_in_auto_scaling_group, InstanceId=missing, ShouldDecrementDesiredCapacity=False
)
assert code == "ValidationError" and missing in text, (code, text)
code, text = error_of(
    scaling.put_lifecycle_hook,
    AutoScalingGroupName="workers",
    LifecycleHookName="lost",
    LifecycleTransition=TERMINATING,
    NotificationTargetARN=QUEUE + "-lost",
    RoleARN=ROLE,
)
assert code == "ValidationError" and QUEUE + "-lost" in text, (code, text)
assert len(scaling.describe_lifecycle_hooks(AutoScalingGroupName="workers")["LifecycleHooks"]) == 1

step("what is not played is refused by name")
_, message = error_of(scaling.start_instance_refresh, AutoScalingGroupName="workers")
assert "does not play" in message and "StartInstanceRefresh" in message, message
