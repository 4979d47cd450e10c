#!/bin/sh
# The AWS CLI against the simulated ECS. Run with AWS_ENDPOINT_URL set; exits with an error at the first surprise.
set -eu

. "$(dirname "$0")/checks.sh"

ecs() {
    aws --output text ecs "$@"
}

step "container instances are listed in pages and by filter"
arns=$(ecs list-container-instances --cluster fleet --page-size 3 --query 'containerInstanceArns[]')
expect "how many in all" 4 "$(printf '%s\n' "$arns" | wc -w | tr -d ' ')"
# shellcheck disable=SC2086 # $arns is a list.
id=$(ecs describe-container-instances --cluster fleet --container-instances $arns \
    --query "reverse(sort_by(containerInstances, &runningTasksCount))[0].ec2InstanceId")
arn=$(ecs list-container-instances --cluster fleet --filter "agentConnected == true and ec2InstanceId in ['$id']" \
    --query 'containerInstanceArns[]')
case $arns in *"$arn"*) ;; *) expect "the instance" "one of $arns" "$arn" ;; esac

step "services are stable, and a stopped task says why"
aws ecs wait services-stable --cluster fleet --services web api
task=$(ecs list-tasks --cluster fleet --service-name api --query 'taskArns[0]')
expect "what it is to be" STOPPED "$(ecs stop-task --cluster fleet --task "$task" --reason enough \
    --query task.desiredStatus)"
expect "the reason" "UserInitiated	enough" "$(ecs describe-tasks --cluster fleet --tasks "$task" \
    --query 'tasks[0].[stopCode,stoppedReason]')"

step "an instance is set draining"
tasks=$(ecs list-tasks --cluster fleet --container-instance "$arn" --query 'taskArns[]')
expect "the statuses" "DRAINING	MISSING" "$(ecs update-container-instances-state --cluster fleet --status DRAINING \
    --container-instances "$arn" 00000000000000000000000000000000 \
    --query '[containerInstances[0].status,failures[0].reason]')"

step "errors are those of AWS"
refuses "an unknown cluster" "(ClusterNotFoundException)" aws ecs list-tasks --cluster nowhere
refuses "an unknown task" "The referenced task was not found." aws ecs stop-task --cluster fleet --task "$id"

step "the draining instance has lost its tasks"
# shellcheck disable=SC2086 # $tasks is a list.
aws ecs wait tasks-stopped --cluster fleet --tasks $tasks
expect "what is to run" "" "$(ecs list-tasks --cluster fleet --container-instance "$arn" --query 'taskArns[]')"
expect "what it counts" "0	0" "$(ecs describe-container-instances --cluster fleet --container-instances "$arn" \
    --query 'containerInstances[0].[runningTasksCount,pendingTasksCount]')"
