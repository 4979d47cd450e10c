"""boto3 against the simulated ECS. Run with AWS_ENDPOINT_URL set; exits with an error at the first surprise."""

import boto3
from checks import error_of, step

ecs = boto3.client("ecs")
ARN = "arn:aws:ecs:eu-central-1:111122223333:"
SOON = {"Delay": 0.25, "MaxAttempts": 240}


def all_of(operation, key, **arguments):
    pages = list(ecs.get_paginator(operation).paginate(cluster="fleet", **arguments))
    return [item for page in pages for item in page[key]], len(pages)


def tasks_on(instance, status):
    return ecs.list_tasks(cluster="fleet", containerInstance=instance, desiredStatus=status)["taskArns"]


step("a cluster is found and described, an unknown one is a failure")
assert ecs.list_clusters()["clusterArns"] == [ARN + "cluster/fleet"]
described = ecs.describe_clusters(clusters=["fleet", "nowhere"])
cluster = described["clusters"][0]
assert cluster["status"] == "ACTIVE" and cluster["registeredContainerInstancesCount"] == 4, cluster
assert cluster["runningTasksCount"] == 5 and cluster["activeServicesCount"] == 2, cluster
assert described["failures"] == [{"arn": ARN + "cluster/nowhere", "reason": "MISSING"}], described

step("container instances come in pages, and by filter")
arns, pages = all_of("list_container_instances", "containerInstanceArns", PaginationConfig={"PageSize": 3})
assert len(set(arns)) == 4 and pages == 2, (arns, pages)
instances = ecs.describe_container_instances(cluster="fleet", containerInstances=arns)["containerInstances"]
ids = {i["containerInstanceArn"]: i["ec2InstanceId"] for i in instances}
assert all(i["agentConnected"] and i["status"] == "ACTIVE" for i in instances), instances
two = arns[1:3]
named = "ec2InstanceId in ['" + ids[two[0]] + "', '" + ids[two[1]] + "']"
assert sorted(all_of("list_container_instances", "containerInstanceArns", filter=named)[0]) == sorted(two)
connected = "agentConnected == true and ec2InstanceId == " + ids[two[0]]
assert all_of("list_container_instances", "containerInstanceArns", filter=connected)[0] == two[:1]
assert all_of("list_container_instances", "containerInstanceArns", filter="agentConnected == false")[0] == []
assert all_of("list_container_instances", "containerInstanceArns", status="DRAINING")[0] == []
code, _ = error_of(ecs.list_container_instances, cluster="fleet", filter="ec2InstanceId in [")
assert code == "InvalidParameterException", code

step("an unknown container instance is a failure, not an error")
missing = ARN + "container-instance/fleet/" + "0" * 32
described = ecs.describe_container_instances(cluster="fleet", containerInstances=[arns[0], missing])
assert len(described["containerInstances"]) == 1, described
assert described["failures"] == [{"arn": missing, "reason": "MISSING"}], described

step("services are listed, described and waited for")
assert sorted(all_of("list_services", "serviceArns")[0]) == [ARN + "service/fleet/" + s for s in ("api", "web")]
described = ecs.describe_services(cluster="fleet", services=["web", "api", "nothing"])
web, api = described["services"]
assert (web["desiredCount"], web["runningCount"], web["pendingCount"]) == (3, 3, 0), web
assert web["loadBalancers"][0]["loadBalancerName"] == "web-lb", web
assert ":targetgroup/api-tg/" in api["loadBalancers"][0]["targetGroupArn"], api
assert [f["reason"] for f in described["failures"]] == ["MISSING"], described
ecs.get_waiter("services_stable").wait(cluster="fleet", services=["web", "api"], WaiterConfig=SOON)

step("tasks are listed by service, by instance and by desired status")
listed, pages = all_of("list_tasks", "taskArns", serviceName="web", PaginationConfig={"PageSize": 2})
assert len(listed) == 3 and pages == 2, (listed, pages)
everywhere = [task for arn in arns for task in tasks_on(arn, "RUNNING")]
assert len(everywhere) == 5 and set(listed) < set(everywhere), everywhere
assert all_of("list_tasks", "taskArns", desiredStatus="PENDING")[0] == []
tasks = ecs.describe_tasks(cluster="fleet", tasks=listed + ["1" * 32])
assert {t["group"] for t in tasks["tasks"]} == {"service:web"}, tasks
assert {(t["lastStatus"], t["desiredStatus"]) for t in tasks["tasks"]} == {("RUNNING", "RUNNING")}, tasks
assert tasks["failures"] == [{"arn": ARN + "task/fleet/" + "1" * 32, "reason": "MISSING"}], tasks

step("a standalone task runs and is stopped")
ecs.register_task_definition(family="job", containerDefinitions=[{"name": "job", "image": "job", "memory": 64}])
ran = ecs.run_task(cluster="fleet", taskDefinition="job", startedBy="me")
assert ran["failures"] == [] and ran["tasks"][0]["group"] == "family:job", ran
job = ran["tasks"][0]["taskArn"]
ecs.get_waiter("tasks_running").wait(cluster="fleet", tasks=[job], WaiterConfig=SOON)
assert ecs.list_tasks(cluster="fleet", startedBy="me")["taskArns"] == [job]
assert ecs.stop_task(cluster="fleet", task=job, reason="enough")["task"]["desiredStatus"] == "STOPPED"
ecs.get_waiter("tasks_stopped").wait(cluster="fleet", tasks=[job], WaiterConfig=SOON)
ended = ecs.describe_tasks(cluster="fleet", tasks=[job])["tasks"][0]
assert (ended["stopCode"], ended["stoppedReason"]) == ("UserInitiated", "enough"), ended
assert ended["createdAt"] < ended["startedAt"] < ended["stoppedAt"], ended
assert ecs.list_tasks(cluster="fleet", family="job", desiredStatus="STOPPED")["taskArns"] == [job]

step("a draining instance loses its service tasks, and may come back")
busy = next(arn for arn in arns if tasks_on(arn, "RUNNING"))
updated = ecs.update_container_instances_state(cluster="fleet", containerInstances=[busy, missing], status="DRAINING")
assert [i["status"] for i in updated["containerInstances"]] == ["DRAINING"], updated
assert updated["failures"] == [{"arn": missing, "reason": "MISSING"}], updated
assert ecs.list_container_instances(cluster="fleet", status="DRAINING")["containerInstanceArns"] == [busy]
before = tasks_on(busy, "RUNNING") + tasks_on(busy, "STOPPED")
ecs.get_waiter("tasks_stopped").wait(cluster="fleet", tasks=before, WaiterConfig=SOON)
ecs.get_waiter("services_stable").wait(cluster="fleet", services=["web", "api"], WaiterConfig=SOON)
assert tasks_on(busy, "RUNNING") == [] and set(tasks_on(busy, "STOPPED")) == set(before)
drained = ecs.describe_container_instances(cluster="fleet", containerInstances=[busy])["containerInstances"][0]
assert (drained["runningTasksCount"], drained["pendingTasksCount"]) == (0, 0), drained
ecs.update_container_instances_state(cluster="fleet", containerInstances=[busy], status="ACTIVE")
assert ecs.list_container_instances(cluster="fleet", status="DRAINING")["containerInstanceArns"] == []

step("a service is scaled")
ecs.update_service(cluster="fleet", service="web", desiredCount=2)
ecs.get_waiter("services_stable").wait(cluster="fleet", services=["web"], WaiterConfig=SOON)
assert ecs.describe_services(cluster="fleet", services=["web"])["services"][0]["runningCount"] == 2

step("errors are those of AWS")
no_cluster = ("ClusterNotFoundException", "Cluster not found.")
assert error_of(ecs.list_container_instances, cluster="nowhere") == no_cluster
assert error_of(ecs.describe_container_instances, cluster="nowhere", containerInstances=arns) == no_cluster
assert error_of(ecs.list_tasks, cluster="nowhere") == no_cluster
assert error_of(ecs.describe_services, cluster="nowhere", services=["web"]) == no_cluster
assert error_of(
    ecs.update_container_instances_state, cluster="nowhere", containerInstances=arns, status="DRAINING"
) == no_cluster
try:
    ecs.update_service(cluster="fleet", service="nothing", desiredCount=1)
    raise AssertionError("updated nothing")
except ecs.exceptions.ServiceNotFoundException as error:
    assert error.response["Error"]["Message"] == "Service not found.", error
no_task = ("InvalidParameterException", "The referenced task was not found.")
assert error_of(ecs.stop_task, cluster="fleet", task="1" * 32) == no_task
many = ["%032x" % n for n in range(11)]
code, _ = error_of(
    ecs.update_container_instances_state, cluster="fleet", containerInstances=many, status="DRAINING"
)
assert code == "InvalidParameterException", code

step("what is not played is refused by name")
_, message = error_of(ecs.list_account_settings)
assert "does not play" in message and "ListAccountSettings" in message, message
