package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Outbox.Outgoing;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Duplicates, poison and secrets. */
class MessagesTest extends DeregisterStepFixture {
    private static final String SECRET = "0d6a1fcb-4f4a-4a9c-9f0e-1b3a5c7d9e11";

    @BeforeEach
    void anInstance() {
        aws.active("i-1");
    }

    @Test
    void anActionWithAndWithoutItsTokenIsOneAndTheTokenIsKept() {
        Delivery without = delivery("a", terminationBody("i-1", ""));
        Delivery with = delivery("b", terminationBody("i-1", "\"LifecycleActionToken\": \"t\","));

        assertThat(run(without, with, without)).isEmpty();
        assertThat(run(with, without)).isEmpty();

        assertThat(aws.handedOver)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.body()).contains("\"lifecycle_action_token\":\"t\""));
    }

    @Test
    void twoTokensAreTwoWaits() {
        run(
                delivery("a", terminationBody("i-1", "\"LifecycleActionToken\": \"t1\",")),
                delivery("b", terminationBody("i-1", "\"LifecycleActionToken\": \"t2\",")));

        assertThat(aws.handedOver).hasSize(2);
        assertThat(aws.calls).contains("drain c [arn-i-1]");
    }

    @Test
    void allMessagesOfOneActionComeAgainTogether() {
        aws.notAccepted.put("0", "InternalError");

        assertThat(run(delivery("a", terminationBody("i-1", "")), termination("i-1")))
                .containsExactlyInAnyOrder("a", "m-i-1");
    }

    /** The terminator waits for the hook, no longer than the notice allows; the instance is drained once. */
    @Test
    void aHookAndASpotNoticeDrainOnceAndBothAreHandedOver() {
        run(termination("i-1"), spot("i-1"), spot("i-1"), stateChange("i-1"));

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 2");
        assertThat(aws.handedOver)
                .extracting(Outgoing::body)
                .filteredOn(body -> body.contains("deadline"))
                .hasSize(1);
    }

    @Test
    void theEarliestSightAndDeadlineOfSeveralNoticesCount() {
        Delivery later = delivery("later", spot("i-1").body().replace("12:00:00Z", "12:00:01Z"));

        run(later, spot("i-1"));
        run(spot("i-1"), later);

        assertThat(aws.handedOver)
                .hasSize(2)
                .allSatisfy(message -> assertThat(Json.object(message.body()).orElseThrow())
                        .containsEntry("first_seen", "2026-01-01T12:00:00Z")
                        .containsEntry("deadline", "2026-01-01T12:02:00Z"));
    }

    /** One message that crashed the code kept nine good ones from being handled until all ten were dead letters. */
    @Test
    void aMessageThatOurCodeCannotBearStaysBehindAlone() {
        aws.active("i-2");
        aws.active("i-3");
        Delivery poison = termination("i-2");
        aws.clusterOf.put("i-2", "web");
        aws.failures.put("drain web", new IllegalStateException("a bug"));

        assertThat(run(termination("i-1"), poison, termination("i-3"))).containsExactly("m-i-2");

        assertThat(aws.handedOver)
                .extracting(message -> Json.object(message.body()).orElseThrow().get("instance_id"))
                .containsExactlyInAnyOrder("i-1", "i-3");
        assertThat(lines).anyMatch(line -> line.startsWith("ERROR Failed: java.lang.IllegalStateException: a bug"));
    }

    @Test
    void aBugInTheMiddleOfABatchIsBornByTheInstanceThatCausesIt() {
        aws.active("i-2");
        aws.instances.put("i-2", null);

        assertThat(run(termination("i-1"), termination("i-2"))).containsExactly("m-i-2");

        assertThat(aws.handedOver).hasSize(1);
    }

    @Test
    void everyMistakeOfAHooksMetadataIsNamed() {
        Map<String, Object> document = Json.object(termination("i-1").body()).orElseThrow();
        document.put("NotificationMetadata", "{\"cluster_name\": 1, \"elb_names\": \"lb\", \"complete_launch\": 2}");

        assertThat(run(delivery("m", Json.text(document)))).isEmpty();

        assertThat(aws.calls).isEmpty();
        assertThat(buried.get(0).attributes().get("reason"))
                .isEqualTo("NotificationMetadata: cluster_name is 1; accepted: a text"
                        + "; elb_names is \"lb\"; accepted: a list of texts"
                        + "; complete_launch is 2; accepted: true or false");
    }

    /** The token of a wait is enough to let its instance go, and logs are read by more people than may do that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"LifecycleTransition\": \"autoscaling:EC2_INSTANCE_TERMINATING\", \"EC2InstanceId\": \"i-1\","
                        + " \"AutoScalingGroupName\": \"a\", \"LifecycleHookName\": \"h\", \"LifecycleActionToken\":"
                        + " [\"SECRET\"]}",
                "{\"LifecycleTransition\": {\"LifecycleActionToken\": \"SECRET\"}}",
                "{\"LifecycleTransition\": \"autoscaling:EC2_INSTANCE_TERMINATING\", \"EC2InstanceId\": \"i-1\","
                        + " \"AutoScalingGroupName\": [{\"LifecycleActionToken\": \"SECRET\"}]}",
                "{\"detail-type\": \"EC2 Instance-terminate Lifecycle Action\", \"detail\": \"{\\\"LifecycleActionToken"
                        + "\\\": \\\"SECRET\\\"}\"}",
                "{\"detail-type\": \"AWS Health Event\", \"detail\": [{\"LifecycleActionToken\": \"SECRET\"}]}",
                "{\"LifecycleActionToken\": \"SECRET\""
            })
    void theTokenOfAMalformedMessageIsInNoLine(String body) {
        assertThat(run(delivery("bad", body.replace("SECRET", SECRET)))).isEmpty();

        assertThat(buried).hasSize(1);
        assertThat(buried.get(0).attributes().values()).noneMatch(value -> value.contains(SECRET));
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void theTokenOfAnOrdinaryMessageIsInNoLineHoweverItEnds() {
        Delivery message = delivery("m", terminationBody("i-1", "\"LifecycleActionToken\": \"" + SECRET + "\","));

        run(message);
        aws.failures.put("drain", new IllegalStateException("a bug"));
        run(message);
        options = dryRun();
        run(message);
        options = requiring("team", null);
        assertThat(run(message)).isEqualTo(Set.of());

        assertThat(lines).hasSizeGreaterThan(4).noneMatch(line -> line.contains(SECRET));
    }
}
