#!/bin/sh
# The AWS CLI against both simulated generations of Elastic Load Balancing. Run with AWS_ENDPOINT_URL set; exits with
# an error at the first surprise.
set -eu

. "$(dirname "$0")/checks.sh"

elb() {
    aws --output text elb "$@"
}

elbv2() {
    aws --output text elbv2 "$@"
}

step "a Classic load balancer is described"
id=$(elb describe-load-balancers --load-balancer-names web-lb \
    --query 'LoadBalancerDescriptions[0].Instances[0].InstanceId')
expect "its health" "InService	N/A" "$(elb describe-instance-health --load-balancer-name web-lb --instances "$id" \
    --query 'InstanceStates[0].[State,ReasonCode]')"

step "an instance is deregistered, and an unknown one is refused"
expect "who is left" 2 "$(elb deregister-instances-from-load-balancer --load-balancer-name web-lb --instances "$id" \
    --query 'length(Instances)')"
aws elb wait instance-deregistered --load-balancer-name web-lb --instances "$id"
refuses "an unknown instance" "(InvalidInstance)" aws elb deregister-instances-from-load-balancer \
    --load-balancer-name web-lb --instances i-00000000000000000
refuses "an unknown load balancer" "(LoadBalancerNotFound)" \
    aws elb describe-instance-health --load-balancer-name lost-lb

step "a target group is described, and a target drains"
arn=$(elbv2 describe-target-groups --names api-tg --query 'TargetGroups[0].TargetGroupArn')
aws elbv2 wait target-in-service --target-group-arn "$arn"
target=$(elbv2 describe-target-health --target-group-arn "$arn" \
    --query 'TargetHealthDescriptions[0].Target.[Id,Port]')
target="Id=$(printf '%s' "$target" | cut -f 1),Port=$(printf '%s' "$target" | cut -f 2)"
elbv2 deregister-targets --target-group-arn "$arn" --targets "$target"
case $(elbv2 describe-target-health --target-group-arn "$arn" --targets "$target" \
    --query 'TargetHealthDescriptions[0].TargetHealth.State') in
    draining | unused) ;;
    *) expect "its state" "draining, or unused on a slow machine" "another" ;;
esac
refuses "an unknown target group" "(TargetGroupNotFound)" \
    aws elbv2 describe-target-health --target-group-arn "$arn-lost"
