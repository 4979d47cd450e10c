package dev.drainpipe.simulator.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.function.FunctionSpec;
import dev.drainpipe.simulator.function.LogFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;
import software.amazon.awssdk.services.sqs.model.Message;

/** The project's own template, deployed. */
class DeploymentTest {
    private static final Map<String, String> REQUIRED = Map.of("ClusterName", "c", "ServiceName", "s");

    private final DeployedStack stack = new DeployedStack();

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void everyQueueIsCreatedAndADeadLetterQueueBeforeTheQueueThatNamesIt() throws IOException {
        deploy(Map.of());

        assertThat(stack.queues.keySet())
                .containsExactly(
                        "lifecycle-dead-letter-queue",
                        "task-news-dead-letter-queue",
                        "termination-dead-letter-queue",
                        "scaler-dead-letter-queue",
                        "schedule-dead-letter-queue",
                        "lifecycle-queue",
                        "termination-queue",
                        "task-news-queue",
                        "scaler-queue");
    }

    @Test
    void aQueueHasItsAttributesAsTexts() throws IOException {
        deploy(Map.of());

        assertThat(stack.queues.get("termination-queue"))
                .containsEntry("VisibilityTimeout", "62")
                .containsEntry("SqsManagedSseEnabled", "true")
                .containsEntry(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:111122223333:termination-dead-letter-queue\","
                                + "\"maxReceiveCount\":1000}");
    }

    @Test
    void aFunctionKnowsItsEnvironment() throws IOException {
        deploy(Map.of("LoadBalancerName", "lb", "DryRun", "true"));

        FunctionSpec deregister = function("deregister");
        assertThat(deregister.handlerClass()).isEqualTo("dev.drainpipe.deregister.DeregisterHandler");
        assertThat(deregister.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(deregister.memoryMb()).isEqualTo(1024);
        assertThat(deregister.environment())
                .containsEntry("CLUSTER_NAME", "c")
                .containsEntry("ELB_NAMES", "lb")
                .containsEntry("TARGET_GROUP_ARNS", "")
                .containsEntry("TERMINATION_QUEUE_URL", "https://sqs/termination-queue")
                .containsEntry("DRY_RUN", "true")
                .containsEntry("AWS_REGION", "eu-central-1")
                .containsEntry("AWS_ACCESS_KEY_ID", "deregister")
                .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON");
    }

    @Test
    void functionsLogInJsonAndPeopleMayReadText() throws IOException {
        deploy(Map.of());
        assertThat(function("terminator").logFormat()).isEqualTo(LogFormat.JSON);

        stack.functions.logAs(LogFormat.TEXT);
        deploy(Map.of());

        assertThat(function("terminator").logFormat()).isEqualTo(LogFormat.TEXT);
    }

    @Test
    void theScheduledInputsAreThoseOfTheOlderVersion() throws IOException {
        deploy(Map.of("LoadBalancerName", "lb", "MinTaskCount", "2"))
                .schedule("DeregisterFunction.EachMinute")
                .orElseThrow()
                .enable();

        stack.world.run(Duration.ofMinutes(1));

        assertThat(stack.events)
                .containsEntry(
                        "task-scaler",
                        List.of(
                                "{\"cluster_name\": \"c\", \"service_name\": \"s\", \"min_task_count\": 2, \"n_count\": 1}"))
                .containsEntry(
                        "deregister",
                        List.of("{\"lifecycle_queue_name\": \"lifecycle-queue\", \"elb_monitor_queue_name\":"
                                + " \"termination-queue\", \"elb_name\": \"lb\", \"cluster_name\": \"c\"}"))
                .containsEntry("terminator", List.of("{\"queue_name\": \"termination-queue\"}"));
    }

    @Test
    void deregisterIsNotScheduledUnlessSomebodyWantsIt() throws IOException {
        deploy(Map.of());

        stack.world.run(Duration.ofMinutes(5));

        assertThat(stack.events).containsOnlyKeys("task-scaler", "terminator");
    }

    @Test
    void theLifecycleQueueFeedsDeregister() throws IOException {
        deploy(Map.of());
        stack.waiting.add(Message.builder()
                .messageId("m1")
                .receiptHandle("r1")
                .body("{}")
                .md5OfBody("x")
                .build());

        stack.world.run(Duration.ofSeconds(2));

        assertThat(stack.events.get("deregister"))
                .singleElement()
                .asString()
                .contains("\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:111122223333:lifecycle-queue\"");
    }

    @Test
    void aNamedGroupGetsItsHook() throws IOException {
        deploy(Map.of("AutoScalingGroupName", "web"));

        assertThat(stack.hooks)
                .containsExactly(PutLifecycleHookRequest.builder()
                        .autoScalingGroupName("web")
                        .lifecycleHookName("termination-hook")
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                        .notificationTargetARN("arn:aws:sqs:eu-central-1:111122223333:lifecycle-queue")
                        .roleARN("arn:aws:iam::111122223333:role/lifecycle-hook-role")
                        .notificationMetadata("{\"cluster_name\": \"c\"}")
                        .heartbeatTimeout(1800)
                        .defaultResult("CONTINUE")
                        .build());
    }

    @Test
    void withoutAGroupThereIsNoHookButTheCommandForOne() throws IOException {
        Deployment deployment = deploy(Map.of());

        assertThat(stack.hooks).isEmpty();
        assertThat(deployment.outputs().get("AttachHookCommand"))
                .contains(
                        "aws autoscaling put-lifecycle-hook",
                        "--notification-target-arn arn:aws:sqs:eu-central-1:111122223333:lifecycle-queue",
                        "--notification-metadata '{\"cluster_name\": \"c\"}'");
    }

    @Test
    void aRolesPolicyCanBeReadWithEverythingFilledIn() throws IOException {
        Deployment deployment = deploy(Map.of("AutoScalingGroupName", "web"));

        assertThat(deployment.policyOf("terminator"))
                .contains(new Statement(
                        "LetInstancesOfTheGroupGo",
                        "Allow",
                        List.of("autoscaling:CompleteLifecycleAction", "autoscaling:RecordLifecycleActionHeartbeat"),
                        List.of(
                                "arn:aws:autoscaling:eu-central-1:111122223333:autoScalingGroup:*:autoScalingGroupName/web"),
                        Map.of()));
        assertThat(deployment.policyOf("task-scaler"))
                .filteredOn(statement -> statement.sid().equals("ScaleTheService"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.conditions())
                        .isEqualTo(Map.of(
                                "ArnEquals",
                                Map.of("ecs:cluster", List.of("arn:aws:ecs:eu-central-1:111122223333:cluster/c")))));
    }

    @Test
    void aStatementWhoseConditionDoesNotHoldIsNotThere() throws IOException {
        Deployment deployment = deploy(Map.of());

        assertThat(deployment.policyOf("deregister"))
                .extracting(Statement::sid)
                .contains("DrainContainerInstances")
                .doesNotContain("LeaveTheLoadBalancer", "LeaveTheTargetGroups");
    }

    @Test
    void badParametersDeployNothing() {
        assertThatThrownBy(() -> deploy(Map.of("OnDeadline", "EXPLODE")))
                .hasMessage("OnDeadline=EXPLODE must be one of [CONTINUE, ABANDON, KEEP]");
        assertThat(stack.queues).isEmpty();
    }

    @Test
    void resourcesThatAreNotSimulatedAreAllRefused() {
        Template template = Template.parse("""
                Resources:
                  A: {Type: 'AWS::SNS::Topic'}
                  B: {Type: 'AWS::DynamoDB::Table'}
                """);

        assertThatThrownBy(() -> stack.deploy(template, Map.of()))
                .hasMessageContaining("A (AWS::SNS::Topic)")
                .hasMessageContaining("B (AWS::DynamoDB::Table)");
    }

    @Test
    void propertiesThatAreNotSimulatedAreRefused() {
        Template template = Template.parse("""
                Resources:
                  Queue: {Type: 'AWS::SQS::Queue', Properties: {FifoQueue: true}}
                """);

        assertThatThrownBy(() -> stack.deploy(template, Map.of())).hasMessage("Queue: not simulated: [FifoQueue]");
    }

    private Deployment deploy(Map<String, String> parameters) throws IOException {
        Map<String, String> all = new HashMap<>(REQUIRED);
        all.putAll(parameters);
        return stack.deploy(Template.read(Path.of("..", "template.yaml")), all);
    }

    private FunctionSpec function(String name) {
        return stack.functions.find(name).orElseThrow();
    }
}
