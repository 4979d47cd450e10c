package dev.drainpipe.verification.scenario;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Messages as they lie on the lifecycle queue. */
final class Bodies {
    private Bodies() {}

    /** What the template's hook says of an instance. */
    static String termination(String instanceId) {
        return """
                {"Origin":"AutoScalingGroup","LifecycleHookName":"%s","Destination":"EC2","AccountId":"111122223333",\
                "RequestId":"1b0ab5b1-2d4c-4cb3-9b0b-000000000001",\
                "LifecycleTransition":"autoscaling:EC2_INSTANCE_TERMINATING","AutoScalingGroupName":"%s",\
                "Service":"AWS Auto Scaling","Time":"2026-01-01T00:01:00.000Z","EC2InstanceId":"%s",\
                "LifecycleActionToken":"1b0ab5b1-2d4c-4cb3-9b0b-000000000002"}""".formatted(Run.HOOK, Ordinary.GROUP, instanceId);
    }

    /** What deregister hands over to the terminator for an instance that waits on the template's hook. */
    static String handOver(String instanceId, Instant firstSeen) {
        return """
                {"instance_id":"%s","auto_scaling_group":"%s","life_cycle_hook_name":"%s",\
                "cluster_name":"%s","first_seen":"%s"}""".formatted(instanceId, Ordinary.GROUP, Run.HOOK, Ordinary.CLUSTER, firstSeen);
    }

    /** A hook's message through SNS (Amazon SNS Developer Guide, "Amazon SNS message and JSON formats"). */
    static String throughSns(String body) {
        String quoted = body.replace("\\", "\\\\").replace("\"", "\\\"");
        return """
                {"Type":"Notification","MessageId":"5c8fdb83-7f0c-5f1e-b7a3-000000000003",\
                "TopicArn":"arn:aws:sns:eu-central-1:111122223333:hooks",\
                "Subject":"Auto Scaling:  Lifecycle action 'TERMINATING' for instance in progress.",\
                "Message":"%s","Timestamp":"2026-01-01T00:01:00.000Z","SignatureVersion":"1"}""".formatted(quoted);
    }

    /** The two minutes' notice as EventBridge sends it (Amazon EC2 User Guide, "Spot Instance interruption notices"). */
    static String spotInterruption(String instanceId, Instant now) {
        String detail = "\"instance-id\":\"%s\",\"instance-action\":\"terminate\"".formatted(instanceId);
        return ofEc2("EC2 Spot Instance Interruption Warning", instanceId, detail, now);
    }

    /** The same guide, "EC2 instance rebalance recommendations". */
    static String rebalanceRecommendation(String instanceId, Instant now) {
        String detail = "\"instance-id\":\"%s\"".formatted(instanceId);
        return ofEc2("EC2 Instance Rebalance Recommendation", instanceId, detail, now);
    }

    /** The same guide, "State change events for your instances". */
    static String stateChange(String instanceId, String state, Instant now) {
        String detail = "\"instance-id\":\"%s\",\"state\":\"%s\"".formatted(instanceId, state);
        return ofEc2("EC2 Instance State-change Notification", instanceId, detail, now);
    }

    private static String ofEc2(String detailType, String instanceId, String detail, Instant now) {
        return """
                {"version":"0","id":"1b0ab5b1-2d4c-4cb3-9b0b-000000000004",\
                "detail-type":"%s","source":"aws.ec2","account":"111122223333",\
                "time":"%s","region":"eu-central-1",\
                "resources":["arn:aws:ec2:eu-central-1:111122223333:instance/%s"],\
                "detail":{%s}}""".formatted(detailType, now.truncatedTo(ChronoUnit.SECONDS), instanceId, detail);
    }
}
