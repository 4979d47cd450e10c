package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * ECS is eventually consistent, and a list may leave out what is there.
 *
 * <p>The outage: tasks are being stopped, so that no counter counts them; one list without them, and their instance was let
 * go with requests in flight.
 */
class ShortListsTest extends TickFixture {
    private static final Task STOPPING = new Task("s", "service:web", "STOPPING", true);
    private static final Task DAEMON = new Task("d", "service:agent", "RUNNING", false);

    @BeforeEach
    void aTaskIsBeingStopped() {
        aws.drained("i-1");
        aws.tasks.put("arn-i-1", List.of(STOPPING));
        policy = Policies.ONE_LOOK;
        ask("i-1");
    }

    @Test
    void oneShortListIsNotBelieved() {
        aws.shortLists = 1;

        tick();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void norIsOneThatHasTheDaemonsOnly() {
        aws.daemons.add("service:agent");
        aws.set("i-1", Status.DRAINING, 1);
        aws.tasks.put("arn-i-1", List.of(DAEMON, STOPPING));
        aws.listedFirst.addAll(List.of("d"));

        tick();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void nothingIsLeftIfTwoListsSaySo() {
        aws.tasks.clear();

        tick();

        assertThat(aws.writes()).contains("complete i-1 CONTINUE");
        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(2);
    }

    @Test
    void aTaskThatWasThereIsAskedForHoweverShortTheListsAre() {
        tick();
        aws.shortLists = 10;
        again(Duration.ofMinutes(1));

        assertThat(aws.writes()).isEmpty();
    }

    /** A hundred instances whose tasks take minutes to stop cost three calls each at every look. */
    @Test
    void whileATaskThatWasThereIsStillThereNobodyListsAny() {
        tick();
        aws.calls.clear();
        again(Duration.ofMinutes(1));

        assertThat(aws.calls).contains("known c [s]").noneMatch(call -> call.startsWith("notStopped"));
        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void whoDoesNotSayWhetherTheyAreStillThereIsAskedForAList() {
        tick();
        aws.calls.clear();
        aws.failures.put("known", new TryLater("describing: ThrottlingException"));
        again(Duration.ofMinutes(1));

        assertThat(aws.calls).anyMatch(call -> call.startsWith("notStopped"));
        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void onceTheTasksThatWereThereHaveStoppedOneListIsEnough() {
        tick();
        aws.tasks.clear();
        aws.calls.clear();
        again(Duration.ofMinutes(1));

        assertThat(aws.writes()).contains("complete i-1 CONTINUE");
        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(1);
    }

    /** ECS forgets stopped tasks after an hour, and then cannot be asked for them any more. */
    @Test
    void whatWasThereLongAgoIsNotAskedFor() {
        tick();
        aws.tasks.clear();
        aws.calls.clear();
        again(KnownTasks.DESCRIBABLE);

        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(2);
    }

    private void again(Duration later) {
        now = now.plus(later);
        ask("i-1");
        tick();
    }
}
