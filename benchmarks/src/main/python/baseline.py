"""The same calls by boto3: what a function costs that is written as most are.

A runtime loop, as Lambda's own, and a handler that makes the calls which CALLS lists, with one client for each service,
made at import.
"""
import http.client
import json
import logging
import os

import boto3

logging.basicConfig(level=logging.INFO)
API = os.environ["AWS_LAMBDA_RUNTIME_API"]
QUEUE = os.environ["TERMINATION_QUEUE_URL"]
INSTANCE = "i-0123456789abcdef0"
CONTAINER_INSTANCE = "arn:aws:ecs:eu-central-1:111122223333:container-instance/c/0123456789abcdef0123456789abcdef"
PARAMETERS = {
    "ListContainerInstances": dict(cluster="c", filter="ec2InstanceId == " + INSTANCE),
    "DescribeContainerInstances": dict(cluster="c", containerInstances=[CONTAINER_INSTANCE]),
    "UpdateContainerInstancesState": dict(cluster="c", containerInstances=[CONTAINER_INSTANCE], status="DRAINING"),
    "ListTasks": dict(cluster="c", containerInstance=CONTAINER_INSTANCE),
    "DescribeTasks": dict(cluster="c", tasks=["t"]),
    "ListServices": dict(cluster="c"),
    "DescribeServices": dict(cluster="c", services=["s"]),
    "UpdateService": dict(cluster="c", service="s", desiredCount=2),
    "ListClusters": {},
    "DescribeScalableTargets": dict(ServiceNamespace="ecs", ResourceIds=["service/c/s"]),
    "ReceiveMessage": dict(QueueUrl=QUEUE, MaxNumberOfMessages=10),
    "GetQueueUrl": dict(QueueName="termination"),
    "SendMessageBatch": dict(QueueUrl=QUEUE, Entries=[dict(Id="0", MessageBody="{}")]),
    "DeleteMessageBatch": dict(QueueUrl=QUEUE, Entries=[dict(Id="0", ReceiptHandle="r")]),
    "ChangeMessageVisibilityBatch": dict(
        QueueUrl=QUEUE, Entries=[dict(Id="0", ReceiptHandle="r", VisibilityTimeout=60)]
    ),
    "DescribeAutoScalingInstances": dict(InstanceIds=[INSTANCE]),
    "DescribeAutoScalingGroups": {},
    "DescribeLifecycleHooks": dict(AutoScalingGroupName="g"),
    "DescribeScalingActivities": dict(AutoScalingGroupName="g"),
    "DescribeTags": {},
    "RecordLifecycleActionHeartbeat": dict(AutoScalingGroupName="g", LifecycleHookName="h", InstanceId=INSTANCE),
    "CompleteLifecycleAction": dict(
        AutoScalingGroupName="g", LifecycleHookName="h", InstanceId=INSTANCE, LifecycleActionResult="CONTINUE"
    ),
    "DescribeInstanceHealth": dict(LoadBalancerName="lb", Instances=[dict(InstanceId=INSTANCE)]),
    "DeregisterInstancesFromLoadBalancer": dict(LoadBalancerName="lb", Instances=[dict(InstanceId=INSTANCE)]),
    "DescribeTargetHealth": dict(TargetGroupArn="arn"),
}
METHODS = {
    name: "".join("_" + c.lower() if c.isupper() else c for c in name).lstrip("_") for name in PARAMETERS
}
SERVICES = {"elasticloadbalancing": "elb"}
CALLS = [call.split(":") for call in os.environ["CALLS"].split(",") if call]
CLIENTS = {service: boto3.client(SERVICES.get(service, service)) for service, _ in CALLS}


def handle(event):
    for service, name in CALLS:
        getattr(CLIENTS[service], METHODS[name])(**PARAMETERS[name])
    logging.info("made %d calls", len(CALLS))
    return {}


def main():
    connection = http.client.HTTPConnection(API)
    while True:
        connection.request("GET", "/2018-06-01/runtime/invocation/next")
        answer = connection.getresponse()
        event = json.loads(answer.read())
        path = "/2018-06-01/runtime/invocation/" + answer.headers["Lambda-Runtime-Aws-Request-Id"] + "/response"
        connection.request("POST", path, json.dumps(handle(event)))
        connection.getresponse().read()


main()
