package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Task;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TasksSeenTest {
    @Test
    void manyTasksAreCountedBeyondTheFirstFive() {
        List<Task> seven = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> new Task("t" + i, "service:web", "RUNNING"))
                .toList();

        assertThat(TasksSeen.listed(seven, Set.of()).inWords()).endsWith("service:web t5 RUNNING and 2 more");
        assertThat(TasksSeen.listed(seven.subList(0, 5), Set.of()).inWords()).endsWith("service:web t5 RUNNING");
        assertThat(TasksSeen.listed(seven, Set.of()).left()).isEqualTo(7);
    }

    @Test
    void countersAtZeroAreNoEvidence() {
        assertThatThrownBy(() -> TasksSeen.counted(0)).hasMessage("counters at 0 prove nothing");
        assertThat(TasksSeen.counted(1).left()).isEqualTo(1);
    }
}
