"""boto3 against both simulated generations of Elastic Load Balancing. Run with AWS_ENDPOINT_URL set; exits with an
error at the first surprise."""

import boto3
from checks import error_of, step

classic = boto3.client("elb")
elbv2 = boto3.client("elbv2")
SOON = {"Delay": 0.25, "MaxAttempts": 240}
UNKNOWN = "i-00000000000000000"


def health_of(*ids):
    return classic.describe_instance_health(
        LoadBalancerName="web-lb", Instances=[{"InstanceId": i} for i in ids]
    )["InstanceStates"]


def registered():
    load_balancer = classic.describe_load_balancers(LoadBalancerNames=["web-lb"])["LoadBalancerDescriptions"][0]
    return {i["InstanceId"] for i in load_balancer["Instances"]}


step("Classic load balancers are described, by name and in pages")
classic.create_load_balancer(
    LoadBalancerName="other-lb",
    Listeners=[{"Protocol": "HTTP", "LoadBalancerPort": 80, "InstancePort": 80}],
    AvailabilityZones=["eu-central-1a"],
)
pages = list(classic.get_paginator("describe_load_balancers").paginate(PaginationConfig={"PageSize": 1}))
names = [lb["LoadBalancerName"] for page in pages for lb in page["LoadBalancerDescriptions"]]
assert sorted(names) == ["other-lb", "web-lb"] and len(pages) == 2, (names, len(pages))
ids = registered()
assert len(ids) == 3, ids
draining = classic.describe_load_balancer_attributes(LoadBalancerName="web-lb")["LoadBalancerAttributes"]
assert draining["ConnectionDraining"] == {"Enabled": True, "Timeout": 20}, draining
assert {(s["State"], s["ReasonCode"]) for s in health_of()} == {("InService", "N/A")}, health_of()
classic.get_waiter("instance_in_service").wait(LoadBalancerName="web-lb", WaiterConfig=SOON)

step("an instance is deregistered, again without harm, and an unknown one is refused with all others")
leaver, stayer = sorted(ids)[:2]
call = dict(LoadBalancerName="web-lb", Instances=[{"InstanceId": leaver}])
left = classic.deregister_instances_from_load_balancer(**call)["Instances"]
assert {i["InstanceId"] for i in left} == ids - {leaver}, left
classic.get_waiter("instance_deregistered").wait(WaiterConfig=SOON, **call)
out = health_of(leaver)[0]
assert (out["State"], out["Description"]) == (
    "OutOfService",
    "Instance is not currently registered with the LoadBalancer.",
), out
assert len(classic.deregister_instances_from_load_balancer(**call)["Instances"]) == 2
both = [{"InstanceId": stayer}, {"InstanceId": UNKNOWN}]
refused = error_of(classic.deregister_instances_from_load_balancer, LoadBalancerName="web-lb", Instances=both)
assert refused == ("InvalidInstance", "Could not find EC2 instance " + UNKNOWN), refused
assert stayer in registered()
try:
    health_of(UNKNOWN)
    raise AssertionError("an unknown instance has a health")
except classic.exceptions.InvalidEndPointException:
    pass

step("an unknown Classic load balancer is an error")
lost = ("LoadBalancerNotFound", "There is no ACTIVE Load Balancer named 'lost-lb'")
assert error_of(classic.describe_load_balancers, LoadBalancerNames=["lost-lb"]) == lost
assert error_of(classic.describe_instance_health, LoadBalancerName="lost-lb") == lost
assert error_of(
    classic.deregister_instances_from_load_balancer, LoadBalancerName="lost-lb", Instances=[{"InstanceId": leaver}]
) == lost

step("target groups are described, by name and in pages")
elbv2.create_target_group(Name="other-tg", Protocol="HTTP", Port=80, VpcId="vpc-1")
pages = list(elbv2.get_paginator("describe_target_groups").paginate(PaginationConfig={"PageSize": 1}))
names = [group["TargetGroupName"] for page in pages for group in page["TargetGroups"]]
assert sorted(names) == ["api-tg", "other-tg"] and len(pages) == 2, (names, len(pages))
group = elbv2.describe_target_groups(Names=["api-tg"])["TargetGroups"][0]
arn = group["TargetGroupArn"]
assert arn.startswith("arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/api-tg/"), arn
front = elbv2.describe_load_balancers(LoadBalancerArns=group["LoadBalancerArns"])["LoadBalancers"][0]
assert front["State"]["Code"] == "active" and front["Type"] == "application", front
attributes = elbv2.describe_target_group_attributes(TargetGroupArn=arn)["Attributes"]
assert {"Key": "deregistration_delay.timeout_seconds", "Value": "20"} in attributes, attributes

step("a target drains for its delay, is unused afterwards, and is none the worse for another deregistration")
health = elbv2.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
assert [h["TargetHealth"]["State"] for h in health] == ["healthy"] * 2, health
elbv2.get_waiter("target_in_service").wait(TargetGroupArn=arn, WaiterConfig=SOON)
one = dict(TargetGroupArn=arn, Targets=[health[0]["Target"]])
elbv2.deregister_targets(**one)
state = elbv2.describe_target_health(**one)["TargetHealthDescriptions"][0]["TargetHealth"]
assert (state["State"], state["Reason"]) == ("draining", "Target.DeregistrationInProgress"), state
elbv2.get_waiter("target_deregistered").wait(WaiterConfig=SOON, **one)
state = elbv2.describe_target_health(**one)["TargetHealthDescriptions"][0]["TargetHealth"]
assert (state["State"], state["Reason"]) == ("unused", "Target.NotRegistered"), state
elbv2.deregister_targets(**one)

step("an unknown target is unused, and an unknown target group an error")
nobody = dict(TargetGroupArn=arn, Targets=[{"Id": UNKNOWN, "Port": 1}])
elbv2.deregister_targets(**nobody)
state = elbv2.describe_target_health(**nobody)["TargetHealthDescriptions"][0]["TargetHealth"]
assert (state["State"], state["Reason"]) == ("unused", "Target.NotRegistered"), state
code, _ = error_of(elbv2.describe_target_health, TargetGroupArn=arn, Targets=[{"Id": "nonsense"}])
assert code == "InvalidTarget", code
lost = arn.replace("api-tg", "lost-tg")
code, text = error_of(elbv2.describe_target_health, TargetGroupArn=lost)
assert code == "TargetGroupNotFound" and lost in text, (code, text)
code, text = error_of(elbv2.deregister_targets, **dict(one, TargetGroupArn=lost))
assert code == "TargetGroupNotFound" and lost in text, (code, text)
assert error_of(elbv2.describe_target_groups, Names=["lost-tg"])[0] == "TargetGroupNotFound"

step("what is not played is refused by name, each generation for itself")
_, message = error_of(classic.describe_load_balancer_policies)
assert "does not play" in message and "DescribeLoadBalancerPolicies" in message, message
_, message = error_of(elbv2.describe_ssl_policies)
assert "does not play" in message and "DescribeSSLPolicies" in message, message
