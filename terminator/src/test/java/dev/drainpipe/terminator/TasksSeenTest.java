package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Protection;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasksSeenTest {
    private static final Task OF_SERVICE = new Task("s", "service:web", "RUNNING", false);
    private static final Task PROTECTED = new Task("p", "service:web", "RUNNING", false)
            .with(Protection.until(Instant.parse("2026-01-01T14:00:00Z")));
    private static final Task STANDALONE = new Task("a", "family:report", "RUNNING", false);
    private static final Task DAEMON = new Task("d", "service:agent", "RUNNING", false).ofDaemon();

    @Test
    void manyTasksAreCountedBeyondTheFirstFive() {
        List<Task> seven = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> new Task("t" + i, "service:web", "RUNNING", false))
                .toList();

        assertThat(listed(seven, StandaloneTasks.WAIT).inWords()).endsWith("service:web t5 RUNNING and 2 more");
        assertThat(listed(seven.subList(0, 5), StandaloneTasks.WAIT).inWords()).endsWith("service:web t5 RUNNING");
        assertThat(listed(seven, StandaloneTasks.WAIT).left()).isEqualTo(7);
    }

    @Test
    void countersAtZeroAreNoEvidence() {
        assertThatThrownBy(() -> TasksSeen.counted(0)).hasMessage("counters at 0 prove nothing");
        assertThat(TasksSeen.counted(1).left()).isEqualTo(1);
        assertThat(TasksSeen.counted(1).oneByOne()).isFalse();
    }

    @Test
    void heldTasksHoldTheInstanceUnlessTheyAreIgnoredAndDaemonsNever() {
        List<Task> all = List.of(OF_SERVICE, PROTECTED, STANDALONE, DAEMON);

        assertThat(listed(all, StandaloneTasks.WAIT).left()).isEqualTo(3);
        assertThat(listed(all, StandaloneTasks.stopAfter(Duration.ZERO)).left()).isEqualTo(3);
        assertThat(listed(all, StandaloneTasks.IGNORE).left()).isEqualTo(1);
        assertThat(listed(all, StandaloneTasks.IGNORE).held()).containsExactly(PROTECTED, STANDALONE);
    }

    @Test
    void aTaskWhoseProtectionIsNotKnownIsNotIgnored() {
        assertThat(listed(List.of(OF_SERVICE.with(Protection.UNKNOWN)), StandaloneTasks.IGNORE)
                        .left())
                .isEqualTo(1);
    }

    private static TasksSeen listed(List<Task> tasks, StandaloneTasks policy) {
        return TasksSeen.listed(tasks, policy);
    }
}
