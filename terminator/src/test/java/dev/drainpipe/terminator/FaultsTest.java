package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call of a look fails in turn, in each way: nothing is ever let go for it. */
class FaultsTest extends TickFixture {
    private static final LoadBalancers BOTH = new LoadBalancers(List.of("lb"), List.of("tg"));
    private static final String TOKEN = "87654321-4321-4321-4321-210987654321";

    @ParameterizedTest
    @CsvSource({
        "members, throttled", "members, refused",
        "byArn, throttled", "byArn, refused",
        "notStopped, throttled", "notStopped, refused",
        "attachments, throttled", "attachments, refused",
        "targets, throttled", "targets, refused",
        "byInstanceId, throttled", "byInstanceId, refused",
        "clusters, throttled", "clusters, refused"
    })
    void aCallThatFailsNeverLeadsToACompletion(String call, String how) {
        aws.drained("i-1");
        boolean located = !List.of("byInstanceId", "clusters").contains(call);
        if (!located) {
            aws.clusterOf.put("i-1", "somewhere");
        }
        aws.failures.put(
                call, how.equals("throttled") ? new TryLater("Throttling") : new IllegalStateException("refused"));
        queue.put("m1", body("i-1", BOTH, START), START, 1);

        tickWhateverItThrows();

        assertThat(aws.writes()).noneMatch(write -> write.startsWith("complete"));
        assertThat(queue.deleted).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("ASK_AGAIN, STALE"));
    }

    static Stream<Arguments> partialAnswers() {
        return Stream.of(
                partial(
                        "the instance is in failures[] or left out",
                        aws -> aws.instances.put("i-1", ContainerInstance.unknown("i-1"))),
                partial("its status is none that we know", aws -> aws.set("i-1", Status.UNKNOWN, 0)),
                partial("the Classic load balancer left it out", aws -> aws.classic.put("i-1", Attachment.UNKNOWN)),
                partial(
                        "a target's state is not known",
                        aws -> aws.targets.add(new Target("tg", "i-1", 80, Attachment.UNKNOWN))),
                partial("the list of tasks is empty, the counters are not", aws -> aws.set("i-1", Status.DRAINING, 1)),
                partial(
                        "Auto Scaling left the instance out of its answer",
                        aws -> aws.failures.put("members", new TryLater("an answer in part"))));
    }

    private static Arguments partial(String what, Consumer<FakeAws> spoil) {
        return Arguments.of(what, spoil);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("partialAnswers")
    void anAnswerInPartNeverLeadsToACompletion(String what, Consumer<FakeAws> spoil) {
        aws.drained("i-1");
        spoil.accept(aws);
        queue.put("m1", body("i-1", BOTH, START), START, 1);

        tick();

        assertThat(aws.writes()).as(what).noneMatch(write -> write.startsWith("complete"));
        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void aTickInWhichNothingAnswersEndsWell() {
        aws.failures.put("", new TryLater("Throttling"));
        ask("i-1");

        assertThat(tick()).containsEntry("waiting", 1).containsEntry("let_go", 0);
    }

    /** A bug on one message kept all other drains waiting until they timed out. */
    @Test
    void aBugOnOneRequestDoesNotKeepTheOthersFromTheirTurn() {
        for (String id : List.of("i-1", "i-2", "i-3")) {
            aws.drained(id);
            ask(id);
        }
        aws.failures.put("complete i-1", new NullPointerException("a bug of ours"));

        assertThatThrownBy(this::tick).hasMessage("a bug of ours");

        assertThat(queue.deleted).containsExactly("m-i-2", "m-i-3");
        assertThat(lines).anyMatch(line -> line.startsWith("ERROR Failed: java.lang.NullPointerException"));
    }

    /** A queue that was deleted made every tick fail, with its retries, for ever. */
    @Test
    void aQueueThatIsGoneIsAnErrorInTheLogAndFailsNothing() {
        queue.failure = new NoSuchQueue("receiving from q: the queue does not exist", new IllegalStateException());

        assertThat(tick()).containsEntry("waiting", 0);

        assertThat(lines).containsExactly("ERROR Gone: receiving from q: the queue does not exist");
    }

    @Test
    void noTokenIsEverLogged() {
        aws.drained("i-1");
        aws.failures.put("complete", new IllegalStateException("No active Lifecycle Action found with token " + TOKEN));
        queue.put("m1", body("i-1", BOTH, START).replace("token-i-1", TOKEN), START, 1);
        queue.put("bad", "{\"instance_id\": \"" + TOKEN + "\", \"lifecycle_action_token\": 5}", START, 1);

        tickWhateverItThrows();

        assertThat(lines).noneMatch(line -> line.contains(TOKEN)).anyMatch(line -> line.contains("(hidden)"));
    }

    private void tickWhateverItThrows() {
        try {
            tick();
        } catch (IllegalStateException e) {
            assertThat(e).isNotNull();
        }
    }
}
