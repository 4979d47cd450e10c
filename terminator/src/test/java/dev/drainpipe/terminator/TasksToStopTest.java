package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Sights.SEEN_AT;
import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasksToStopTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final StandaloneTasks STOP = StandaloneTasks.stopAfter(TEN_MINUTES);
    private static final Task STANDALONE = new Task("a", "family:report", "RUNNING", false);
    private static final Task PROTECTED =
            new Task("p", "service:web", "RUNNING", false).with(Protection.until(SEEN_AT.plusSeconds(60)));

    private final Sights sights = drained().withTasks(STANDALONE, PROTECTED);

    @Test
    void tasksThatEcsDoesNotMoveAreStoppedWhenTheirTimeIsOver() {
        assertThat(of(sights, STOP, TEN_MINUTES)).containsExactly(STANDALONE, PROTECTED);
        assertThat(of(sights, STOP, TEN_MINUTES.minusMillis(1))).isEmpty();
    }

    @Test
    void withoutThePolicyNothingIsStopped() {
        assertThat(of(sights, StandaloneTasks.WAIT, Duration.ofDays(1))).isEmpty();
        assertThat(of(sights, StandaloneTasks.IGNORE, Duration.ofDays(1))).isEmpty();
    }

    @Test
    void whatEcsMovesAndWhatIsStoppingAndDaemonsAreLeftAlone() {
        Sights others = drained()
                .withTasks(
                        new Task("s", "service:web", "RUNNING", false).with(Protection.NONE),
                        new Task("u", "service:web", "RUNNING", false).with(Protection.UNKNOWN),
                        new Task("e", "family:report", "STOPPING", true),
                        new Task("d", "service:agent", "RUNNING", false).ofDaemon());

        assertThat(of(others, STOP, TEN_MINUTES)).isEmpty();
    }

    /** A task that was stopped on an instance nobody had asked for is an outage of our making. */
    @Test
    void nothingIsStoppedUnlessTheInstanceIsSurelyAskedForAndDraining() {
        List<Sights> unsure = new ArrayList<>();
        unsure.add(sights.in(Membership.LEFT));
        unsure.add(sights.in(Membership.NOT_YET));
        unsure.add(sights.in(Membership.UNKNOWN));
        unsure.add(sights.withoutItsHook());
        unsure.add(sights.withStatus(Status.ACTIVE));
        unsure.add(sights.withStatus(Status.UNKNOWN));
        unsure.add(sights.with("lb", Attachment.UNKNOWN));

        assertThat(unsure)
                .allSatisfy(one -> assertThat(of(one, STOP, TEN_MINUTES)).isEmpty());
        assertThat(of(sights.in(Membership.UNAWAITED), STOP, TEN_MINUTES)).hasSize(2);
    }

    private static List<Task> of(Sights sights, StandaloneTasks policy, Duration age) {
        Term term = new Term(SEEN_AT.minus(age), SEEN_AT.plus(Duration.ofHours(1)));
        Decision decision = SafeToTerminate.decide(sights.sight(), term, SEEN_AT);
        return TasksToStop.of(sights.sight(), decision, policy, term, SEEN_AT);
    }
}
