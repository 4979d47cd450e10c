package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may lie on the lifecycle queue. */
class FormatsTest extends ScenarioTest {
    private static final Duration SOON = Duration.ofMinutes(4);

    @Test
    void theTestNotificationOfANewHookIsNoted() {
        Run run = begin(ordinary());

        assertThat(run.messagesWaiting()).isZero();
        assertThat(run.evidence().logLines()).anyMatch(line -> line.contains("Test notification"));
    }

    @Test
    void aMessageThroughSnsDrainsItsInstance() {
        drainsAs(body -> Bodies.throughSns(body));
    }

    @Test
    void anEventOfEventBridgeDrainsItsInstance() {
        Run run = begin(ordinary());
        run.stopFunctions();
        String instance = run.anInstance();
        run.terminate(instance);
        run.waiting(1);
        run.pass(Duration.ofSeconds(2));
        run.intercept();
        run.evidence().lifecycleEvents().forEach(run.lifecycleQueue()::send);
        run.startFunctions();

        assertThat(run.letGo(instance).result()).isEqualTo("CONTINUE");
    }

    @Test
    void aFieldThatNobodyKnowsIsNoReasonToFail() {
        drainsAs(body -> body.replaceFirst("\\{", "{\"Tomorrow\":{\"deep\":[1,2]},"));
    }

    /**
     * One bad message killed a whole tool when it came for the fourth time, and its neighbours waited meanwhile
     * (aws/aws-node-termination-handler, read in its source).
     */
    @ParameterizedTest
    @ValueSource(strings = {"malformed-not-json.txt", "malformed-without-instance.json"})
    void aMalformedMessageIsKeptWithItsReasonAndItsNeighboursAreDrained(String file) throws IOException {
        Run run = begin(ordinary());
        run.allowed().deadLetters();
        run.stopFunctions();
        run.scaleIn(2);
        List<String> leaving = run.waiting(2);
        run.pass(Duration.ofSeconds(2));
        String malformed = Files.readString(Path.of("..", "events", file));
        run.lifecycleQueue().send(malformed);
        run.startFunctions();

        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).extracting(Ending::instanceId).containsExactlyInAnyOrderElementsOf(leaving);
        assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.body()).isEqualTo(malformed);
            assertThat(letter.reason()).isNotBlank();
        });
    }

    @Test
    void aMalformedHandOverIsKeptWithItsReason() {
        Run run = begin(ordinary());
        run.allowed().deadLetters();
        run.terminationQueue().send("{\"instance_id\":\"i-1\"}");

        run.drain(1);

        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.deadLetters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).isNotBlank());
    }

    @Test
    void aHookMayNameItsCluster() {
        Run run = begin(ordinary());
        run.operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(Run.HOOK)
                        .notificationMetadata("{\"cluster_name\": \"c\", \"elb_names\": [\"lb\"]}"));

        run.drain(1);

        assertThat(run.ours()).hasSize(1);
    }

    @Test
    void aSpotInterruptionWarningStartsTheDrain() {
        Run run = begin(ordinary().behind(Front.NONE));
        String instance = run.anInstance();
        run.evidence().asked(instance);

        run.lifecycleQueue().send(Bodies.spotInterruption(instance, run.now()));

        run.within(
                Duration.ofSeconds(30),
                "it is DRAINING",
                () -> run.ecsStatus(instance).equals("DRAINING"));
        run.within(SOON, "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    private void drainsAs(UnaryOperator<String> shape) {
        Run run = begin(ordinary());
        run.stopFunctions();
        String instance = run.anInstance();
        run.terminate(instance);
        run.waiting(1);
        run.pass(Duration.ofSeconds(2));
        run.intercept().forEach(body -> run.lifecycleQueue().send(shape.apply(body)));
        run.startFunctions();

        assertThat(run.letGo(instance).result()).isEqualTo("CONTINUE");
    }
}
