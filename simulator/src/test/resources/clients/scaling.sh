#!/bin/sh
# The AWS CLI against the simulated EC2 Auto Scaling. Run with AWS_ENDPOINT_URL set; exits with an error at the first
# surprise.
set -eu

. "$(dirname "$0")/checks.sh"

scaling() {
    aws --output text autoscaling "$@"
}

# Prints the body of the next message, and hides it from now on. Version 1 of the CLI minds AWS_ENDPOINT_URL for all
# services but SQS.
next_message() {
    aws --endpoint-url "$AWS_ENDPOINT_URL" --output text sqs receive-message --wait-time-seconds 20 \
        --visibility-timeout 43200 --queue-url "$AWS_ENDPOINT_URL/111122223333/lifecycle" --query 'Messages[0].Body'
}

value() { # body, key
    printf '%s' "$1" | sed -n "s/.*\"$2\":\"\([^\"]*\)\".*/\1/p"
}

step "a hook is put, and its queue gets a test notification"
scaling put-lifecycle-hook --auto-scaling-group-name workers --lifecycle-hook-name drain \
    --lifecycle-transition autoscaling:EC2_INSTANCE_TERMINATING --default-result CONTINUE --heartbeat-timeout 7200 \
    --notification-target-arn arn:aws:sqs:eu-central-1:111122223333:lifecycle \
    --role-arn arn:aws:iam::111122223333:role/hook
expect "the test" autoscaling:TEST_NOTIFICATION "$(value "$(next_message)" Event)"
expect "the hook" "drain	7200	CONTINUE" "$(scaling describe-lifecycle-hooks --auto-scaling-group-name workers \
    --query 'LifecycleHooks[].[LifecycleHookName,HeartbeatTimeout,DefaultResult]')"

step "a lower desired capacity brings a lifecycle message"
scaling set-desired-capacity --auto-scaling-group-name workers --desired-capacity 3
message=$(next_message)
id=$(value "$message" EC2InstanceId)
token=$(value "$message" LifecycleActionToken)
expect "the transition" autoscaling:EC2_INSTANCE_TERMINATING "$(value "$message" LifecycleTransition)"
expect "the state" "Terminating:Wait" "$(scaling describe-auto-scaling-instances --instance-ids "$id" \
    --query 'AutoScalingInstances[].LifecycleState')"

step "a heartbeat is taken, and a completion only once"
scaling record-lifecycle-action-heartbeat --auto-scaling-group-name workers --lifecycle-hook-name drain \
    --lifecycle-action-token "$token"
scaling complete-lifecycle-action --auto-scaling-group-name workers --lifecycle-hook-name drain \
    --lifecycle-action-token "$token" --lifecycle-action-result CONTINUE
refuses "a second completion" "No active Lifecycle Action found with token $token" \
    aws autoscaling complete-lifecycle-action --auto-scaling-group-name workers --lifecycle-hook-name drain \
    --lifecycle-action-token "$token" --lifecycle-action-result CONTINUE

step "an instance is terminated by hand, and completed by its id"
id=$(scaling describe-auto-scaling-groups --auto-scaling-group-names workers \
    --query "AutoScalingGroups[0].Instances[?LifecycleState=='InService'] | [0].InstanceId")
scaling terminate-instance-in-auto-scaling-group --instance-id "$id" --should-decrement-desired-capacity \
    --query Activity.StatusCode >/dev/null
expect "who leaves" "$id" "$(value "$(next_message)" EC2InstanceId)"
scaling complete-lifecycle-action --auto-scaling-group-name workers --lifecycle-hook-name drain \
    --instance-id "$id" --lifecycle-action-result CONTINUE
expect "the desired capacity" 2 "$(scaling describe-auto-scaling-groups --auto-scaling-group-names workers \
    --query 'AutoScalingGroups[].DesiredCapacity')"

step "errors are those of AWS"
refuses "an unknown group" "(ValidationError)" \
    aws autoscaling set-desired-capacity --auto-scaling-group-name nobody --desired-capacity 1
