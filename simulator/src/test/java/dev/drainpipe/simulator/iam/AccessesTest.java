package dev.drainpipe.simulator.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/** What each operation of the services beside ECS needs, by the pages of the Service Authorization Reference. */
class AccessesTest {
    private static final Account ACCOUNT = Account.example();
    private static final String URL = "https://sqs.eu-central-1.amazonaws.com/111122223333/q";
    private static final String TARGET_GROUP = ACCOUNT.arn("elasticloadbalancing", "targetgroup/tg/0123");
    private static final TaggedGroup WEB = new TaggedGroup(
            ACCOUNT.arn("autoscaling", "autoScalingGroup:1-2:autoScalingGroupName/web"), Map.of("drainpipe", "c"));
    private static final Groups GROUPS = new Groups() {
        @Override
        public Optional<TaggedGroup> named(String name) {
            return Optional.of(WEB).filter(group -> name.equals("web"));
        }

        @Override
        public Optional<TaggedGroup> holding(String instanceId) {
            return Optional.of(WEB).filter(group -> instanceId.equals("i-1"));
        }
    };

    static List<SdkPojo> groupWrites() {
        return List.of(
                CompleteLifecycleActionRequest.builder()
                        .autoScalingGroupName("web")
                        .instanceId("i-9")
                        .build(),
                RecordLifecycleActionHeartbeatRequest.builder()
                        .autoScalingGroupName("web")
                        .build(),
                SetDesiredCapacityRequest.builder().autoScalingGroupName("web").build(),
                TerminateInstanceInAutoScalingGroupRequest.builder()
                        .instanceId("i-1")
                        .build());
    }

    @ParameterizedTest
    @MethodSource("groupWrites")
    void aWriteOfAutoScalingNeedsTheGroupWhoseTagsAreKnown(SdkPojo request) {
        assertThat(new AutoScalingAccesses(ACCOUNT, GROUPS).of(operation(request), request))
                .hasValue(List.of(new Access(
                        "autoscaling:" + operation(request),
                        WEB.arn(),
                        Map.of("autoscaling:ResourceTag/drainpipe", "c", "aws:ResourceTag/drainpipe", "c"))));
    }

    @Test
    void aGroupThatDoesNotExistHasNoTags() {
        SdkPojo request = CompleteLifecycleActionRequest.builder()
                .autoScalingGroupName("gone")
                .build();

        assertThat(new AutoScalingAccesses(ACCOUNT, GROUPS).of("CompleteLifecycleAction", request))
                .hasValue(List.of(new Access(
                        "autoscaling:CompleteLifecycleAction",
                        ACCOUNT.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/gone"),
                        Map.of())));
    }

    static List<Arguments> looks() {
        return List.of(
                Arguments.of(
                        new AutoScalingAccesses(ACCOUNT, GROUPS),
                        "autoscaling:",
                        DescribeAutoScalingGroupsRequest.builder()
                                .autoScalingGroupNames("web")
                                .build()),
                Arguments.of(
                        new ElbAccesses(ACCOUNT),
                        "elasticloadbalancing:",
                        DescribeInstanceHealthRequest.builder()
                                .loadBalancerName("lb")
                                .build()),
                Arguments.of(
                        new ElbAccesses(ACCOUNT),
                        "elasticloadbalancing:",
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(TARGET_GROUP)
                                .build()),
                Arguments.of(
                        new SqsAccesses(ACCOUNT),
                        "sqs:",
                        ListQueuesRequest.builder().build()));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void looksHaveNoResource(Accesses accesses, String prefix, SdkPojo request) {
        assertThat(accesses.of(operation(request), request))
                .hasValue(List.of(Access.toAnything(prefix + operation(request))));
    }

    static List<Arguments> oneResource() {
        return List.of(
                Arguments.of(
                        DeregisterInstancesFromLoadBalancerRequest.builder()
                                .loadBalancerName("lb")
                                .build(),
                        "elasticloadbalancing:DeregisterInstancesFromLoadBalancer",
                        ACCOUNT.arn("elasticloadbalancing", "loadbalancer/lb")),
                Arguments.of(
                        DeregisterTargetsRequest.builder()
                                .targetGroupArn(TARGET_GROUP)
                                .build(),
                        "elasticloadbalancing:DeregisterTargets",
                        TARGET_GROUP),
                Arguments.of(ReceiveMessageRequest.builder().queueUrl(URL).build(), "sqs:ReceiveMessage", queue()),
                Arguments.of(GetQueueUrlRequest.builder().queueName("q").build(), "sqs:GetQueueUrl", queue()),
                Arguments.of(SendMessageBatchRequest.builder().queueUrl(URL).build(), "sqs:SendMessage", queue()),
                Arguments.of(DeleteMessageBatchRequest.builder().queueUrl(URL).build(), "sqs:DeleteMessage", queue()),
                Arguments.of(
                        ChangeMessageVisibilityBatchRequest.builder()
                                .queueUrl(URL)
                                .build(),
                        "sqs:ChangeMessageVisibility",
                        queue()));
    }

    @ParameterizedTest
    @MethodSource("oneResource")
    void ofLoadBalancersAndQueues(SdkPojo request, String action, String resource) {
        Accesses accesses = action.startsWith("sqs") ? new SqsAccesses(ACCOUNT) : new ElbAccesses(ACCOUNT);

        assertThat(accesses.of(operation(request), request)).hasValue(List.of(new Access(action, resource, Map.of())));
    }

    private static String queue() {
        return ACCOUNT.arn("sqs", "q");
    }

    private static String operation(SdkPojo request) {
        return request.getClass().getSimpleName().replaceFirst("Request$", "");
    }
}
