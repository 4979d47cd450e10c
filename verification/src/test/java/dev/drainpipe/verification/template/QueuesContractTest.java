package dev.drainpipe.verification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of visibility, receives and retention that the template states beside its numbers. */
class QueuesContractTest {
    private static final DeployedTemplate TEMPLATE = new DeployedTemplate();
    private static final int FOURTEEN_DAYS = 14 * 24 * 3600;

    static List<String> queues() {
        return TEMPLATE.queues();
    }

    static List<String> workQueues() {
        return List.of("LifecycleQueue", "TerminationQueue", "TaskNewsQueue", "ScalerQueue");
    }

    static List<String> deadLetterQueues() {
        return queues().stream()
                .filter(queue -> queue.endsWith("DeadLetterQueue"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queues")
    void aQueueIsEncrypted(String queue) {
        assertThat(properties(queue).get("SqsManagedSseEnabled")).isEqualTo(true);
    }

    @Test
    void noQueueCanBeUsedWithoutTls() {
        List<Object> covered = new ArrayList<>();
        for (String policy : List.of("QueuePolicy", "LifecycleQueuePolicy", "TaskNewsQueuePolicy")) {
            assertThat(String.valueOf(properties(policy).get("PolicyDocument")))
                    .contains("Effect=Deny", "Principal=*", "Bool={aws:SecureTransport=false}");
            covered.addAll((List<?>) Objects.requireNonNull(properties(policy).get("Queues")));
        }

        assertThat(covered).doesNotHaveDuplicates().hasSameSizeAs(queues());
    }

    @Test
    void theRulesOfTheStackMaySendToTheLifecycleQueueAndNoOthers() {
        assertThat(String.valueOf(properties("LifecycleQueuePolicy").get("PolicyDocument")))
                .contains(
                        "Principal={Service=events.amazonaws.com}",
                        "Action=sqs:SendMessage",
                        "aws:SourceArn=" + DeployedTemplate.ACCOUNT.arn("events", "rule/drainpipe-*"));
        assertThat(String.valueOf(properties("TaskNewsQueuePolicy").get("PolicyDocument")))
                .contains("Principal={Service=events.amazonaws.com}", "Action=sqs:SendMessage");
        assertThat(TEMPLATE.deployment.logicalIds("AWS::Events::Rule"))
                .hasSize(5)
                .filteredOn(rule -> !rule.equals("StoppedTasks"))
                .allSatisfy(rule -> assertThat(String.valueOf(properties(rule).get("Targets")))
                        .contains(DeployedTemplate.ACCOUNT.arn("sqs", "lifecycle-queue")));
    }

    @ParameterizedTest
    @CsvSource({"HOOK, 1", "SPOT, 2", "ALL, 5"})
    void anOperatorSaysWhatIsAReasonToLeave(String reasons, int rules) {
        DeployedTemplate template =
                new DeployedTemplate(Map.of("ClusterName", "c", "ServiceName", "s", "ReasonsToLeave", reasons));

        assertThat(template.deployment.logicalIds("AWS::Events::Rule")).hasSize(rules);
    }

    @Test
    void everyQueueIsAWorkQueueOrADeadLetterQueue() {
        assertThat(queues())
                .filteredOn(queue -> !queue.endsWith("DeadLetterQueue"))
                .containsExactlyElementsOf(workQueues());
    }

    @ParameterizedTest
    @MethodSource("workQueues")
    void aWorkQueueHasADeadLetterQueueOfItsOwn(String queue) {
        String expected = queue.replace("Queue", "DeadLetterQueue");

        assertThat(redrive(queue).get("deadLetterTargetArn"))
                .isEqualTo(TEMPLATE.deployment
                        .queue(expected)
                        .orElseThrow()
                        .source()
                        .arn());
    }

    @ParameterizedTest
    @MethodSource("deadLetterQueues")
    void deadLettersAreKeptAsLongAsSqsCan(String queue) {
        assertThat(number(properties(queue), "MessageRetentionPeriod")).isEqualTo(FOURTEEN_DAYS);
    }

    @Test
    void aQueueThatFeedsAFunctionHidesAMessageForSixOfItsTimeOuts() {
        long deregister = TEMPLATE.function("DeregisterFunction").timeout().toSeconds();
        long terminator = TEMPLATE.function("TerminatorFunction").timeout().toSeconds();
        long taskScaler = TEMPLATE.function("TaskScalerFunction").timeout().toSeconds();

        assertThat(number(properties("LifecycleQueue"), "VisibilityTimeout"))
                .isGreaterThanOrEqualTo((int) (6 * deregister));
        assertThat(number(properties("ScalerQueue"), "VisibilityTimeout"))
                .isGreaterThanOrEqualTo((int) (6 * taskScaler));
        assertThat(number(properties("TaskNewsQueue"), "VisibilityTimeout"))
                .isGreaterThanOrEqualTo((int) (6 * terminator));
    }

    /** The outage: a second process let an instance go on what the first had seen, or its hook ran out meanwhile. */
    @Test
    void aDrainComesAgainWhenTheFirstTickIsSurelyOverAndSoonEnoughForAHeartbeat() {
        long timeout = TEMPLATE.function("TerminatorFunction").timeout().toSeconds();
        int window = number(mapping("TerminatorFunction", "HandOver"), "MaximumBatchingWindowInSeconds");

        assertThat(number(properties("TerminationQueue"), "VisibilityTimeout"))
                .isBetween((int) timeout + window, 75 - window);
    }

    @Test
    void newsOfTasksOutlastTheirTries() {
        int tries = number(redrive("TaskNewsQueue"), "maxReceiveCount");
        int hidden = number(properties("TaskNewsQueue"), "VisibilityTimeout");

        assertThat(number(properties("TaskNewsQueue"), "MessageRetentionPeriod"))
                .isGreaterThan(tries * hidden);
    }

    @Test
    void aLifecycleMessageIsTriedForAsLongAsItsHookWaits() {
        int tries = number(redrive("LifecycleQueue"), "maxReceiveCount");
        int hidden = number(properties("LifecycleQueue"), "VisibilityTimeout");

        assertThat(tries * hidden).isGreaterThanOrEqualTo(number(properties("TerminationHook"), "HeartbeatTimeout"));
    }

    @Test
    void aDrainIsLookedAtAsOftenAsSqsCanCount() {
        assertThat(number(redrive("TerminationQueue"), "maxReceiveCount")).isEqualTo(1000);
    }

    @Test
    void theHookCanBeKeptOpenForTheLongestDrainThatCanBeAskedFor() {
        int heartbeat = number(properties("TerminationHook"), "HeartbeatTimeout");

        assertThat(100 * heartbeat).isGreaterThanOrEqualTo(48 * 3600);
        assertThat(DeployedTemplate.text("template.yaml")).contains("MaxValue: " + 48 * 3600);
    }

    @Test
    void theCommandAttachesTheSameHook() {
        Map<?, ?> hook = properties("TerminationHook");

        assertThat(TEMPLATE.deployment.outputs().get("AttachHookCommand"))
                .contains(
                        "--lifecycle-transition " + hook.get("LifecycleTransition"),
                        "--heartbeat-timeout " + hook.get("HeartbeatTimeout"),
                        "--default-result " + hook.get("DefaultResult"),
                        "--notification-target-arn " + hook.get("NotificationTargetARN"),
                        "--role-arn " + hook.get("RoleARN"),
                        "--notification-metadata '" + hook.get("NotificationMetadata") + "'");
    }

    @Test
    void theLifecycleQueueFeedsDeregisterAsTheMappingShould() {
        Map<?, ?> mapping = mapping("DeregisterFunction", "Termination");

        assertThat(mapping.get("Queue"))
                .isEqualTo(TEMPLATE.deployment
                        .queue("LifecycleQueue")
                        .orElseThrow()
                        .source()
                        .arn());
        assertThat(mapping.get("BatchSize")).isEqualTo(100);
        assertThat(mapping.get("FunctionResponseTypes")).isEqualTo(List.of("ReportBatchItemFailures"));
        assertThat(mapping.get("ScalingConfig")).isEqualTo(Map.of("MaximumConcurrency", 2));
    }

    private static Map<?, ?> mapping(String function, String event) {
        Map<?, ?> events = FunctionsContractTest.map(
                TEMPLATE.deployment.properties(function).get("Events"));
        return FunctionsContractTest.map(
                FunctionsContractTest.map(events.get(event)).get("Properties"));
    }

    private static Map<?, ?> properties(String logicalId) {
        return TEMPLATE.deployment.properties(logicalId);
    }

    private static Map<?, ?> redrive(String queue) {
        return FunctionsContractTest.map(properties(queue).get("RedrivePolicy"));
    }

    private static int number(Map<?, ?> properties, String name) {
        return Integer.parseInt(String.valueOf(properties.get(name)));
    }
}
