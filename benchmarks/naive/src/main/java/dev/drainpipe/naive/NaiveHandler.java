package dev.drainpipe.naive;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The same calls as a function is usually written: default clients, an event by reflection, log4j as it comes. */
public final class NaiveHandler implements RequestHandler<ScheduledEvent, Map<String, Object>> {
    private static final Logger LOGGER = LoggerFactory.getLogger(NaiveHandler.class);
    private static final String INSTANCE = "i-0123456789abcdef0";

    private final EcsClient ecs = EcsClient.create();
    private final SqsClient sqs = SqsClient.create();
    private final AutoScalingClient autoScaling = AutoScalingClient.create();
    private final ElasticLoadBalancingClient elb = ElasticLoadBalancingClient.create();
    private final ElasticLoadBalancingV2Client elbV2 = ElasticLoadBalancingV2Client.create();
    private final Map<String, Runnable> known = new HashMap<>();

    public NaiveHandler() {
        String queue = System.getenv("TERMINATION_QUEUE_URL");
        known.put("ListContainerInstances", () -> ecs.listContainerInstances(r -> r.cluster("c")));
        known.put(
                "DescribeContainerInstances",
                () -> ecs.describeContainerInstances(r -> r.cluster("c").containerInstances("a")));
        known.put("ListTasks", () -> ecs.listTasks(r -> r.cluster("c").containerInstance("a")));
        known.put("DescribeTasks", () -> ecs.describeTasks(r -> r.cluster("c").tasks("t")));
        known.put("GetQueueUrl", () -> sqs.getQueueUrl(r -> r.queueName("termination")));
        known.put("ReceiveMessage", () -> sqs.receiveMessage(r -> r.queueUrl(queue)));
        known.put(
                "DeleteMessageBatch",
                () -> sqs.deleteMessageBatch(
                        r -> r.queueUrl(queue).entries(e -> e.id("0").receiptHandle("r"))));
        known.put(
                "ChangeMessageVisibilityBatch",
                () -> sqs.changeMessageVisibilityBatch(r -> r.queueUrl(queue)
                        .entries(e -> e.id("0").receiptHandle("r").visibilityTimeout(60))));
        known.put(
                "DescribeAutoScalingInstances", () -> autoScaling.describeAutoScalingInstances(r -> r.instanceIds(INSTANCE)));
        known.put("DescribeAutoScalingGroups", () -> autoScaling.describeAutoScalingGroups());
        known.put("DescribeLifecycleHooks", () -> autoScaling.describeLifecycleHooks(r -> r.autoScalingGroupName("g")));
        known.put(
                "DescribeScalingActivities",
                () -> autoScaling.describeScalingActivities(r -> r.autoScalingGroupName("g")));
        known.put(
                "CompleteLifecycleAction",
                () -> autoScaling.completeLifecycleAction(r -> r.autoScalingGroupName("g")
                        .lifecycleHookName("h")
                        .instanceId(INSTANCE)
                        .lifecycleActionResult("CONTINUE")));
        known.put(
                "RecordLifecycleActionHeartbeat",
                () -> autoScaling.recordLifecycleActionHeartbeat(
                        r -> r.autoScalingGroupName("g").lifecycleHookName("h").instanceId(INSTANCE)));
        known.put(
                "DescribeInstanceHealth",
                () -> elb.describeInstanceHealth(r -> r.loadBalancerName("lb")
                        .instances(Instance.builder().instanceId(INSTANCE).build())));
        known.put("DescribeTargetHealth", () -> elbV2.describeTargetHealth(r -> r.targetGroupArn("arn")));
    }

    @Override
    public Map<String, Object> handleRequest(ScheduledEvent event, Context context) {
        for (String call : System.getenv("CALLS").split(",")) {
            String name = call.substring(call.indexOf(':') + 1);
            Runnable runnable = known.get(name);
            if (runnable == null) {
                throw new IllegalStateException("The naive form has no call for " + call);
            }
            runnable.run();
            LOGGER.info("Called {}", call);
        }
        return Map.of();
    }
}
