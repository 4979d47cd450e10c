package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.taskscaler.DesiredTasks.Answer;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import dev.drainpipe.taskscaler.DesiredTasks.Instances;
import dev.drainpipe.taskscaler.DesiredTasks.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredTasksTest {
    @ParameterizedTest(name = "{0}: {1} tasks, {2} active, {3} connected, n {4}, {5} to {6} -> {7} {8}")
    @CsvSource({
        "one instance is kept free,                 4, 5, 5, 1, 2, 10, 4, RIGHT",
        "a new connected instance raises,           4, 6, 6, 1, 2, 10, 5, TOO_FEW",
        "a new silent instance does not raise,      4, 6, 5, 1, 2, 10, 4, IN_BETWEEN",
        "only what is connected raises,             3, 6, 5, 1, 2, 10, 4, TOO_FEW",
        "an instance that left lowers,              4, 4, 4, 1, 2, 10, 3, TOO_MANY",
        "a silent agent does not lower,             4, 5, 2, 1, 2, 10, 4, IN_BETWEEN",
        "all agents silent do not lower,            4, 5, 0, 1, 2, 10, 4, IN_BETWEEN",
        "active instances lower however silent,     5, 5, 0, 1, 2, 10, 4, TOO_MANY",
        "never below the minimum,                   3, 1, 1, 1, 2, 10, 2, TOO_MANY",
        "at the minimum,                            2, 1, 1, 1, 2, 10, 2, RIGHT",
        "the minimum needs no instance,             0, 0, 0, 1, 2, 10, 2, TOO_FEW",
        "never above the maximum,                   9, 20, 20, 1, 2, 10, 10, TOO_FEW",
        "at the maximum,                            10, 20, 20, 1, 2, 10, 10, RIGHT",
        "one above the maximum is lowered,          11, 20, 20, 1, 2, 10, 10, TOO_MANY",
        "n of zero uses every instance,             4, 5, 5, 0, 2, 10, 5, TOO_FEW",
        "n above the instances gives the minimum,   2, 3, 3, 5, 2, 10, 2, RIGHT",
        "no instance and no minimum is no task,     1, 0, 0, 1, 0, 10, 0, TOO_MANY",
    })
    void theTable(ArgumentsAccessor row) {
        Instances instances = new Instances(row.getInteger(2), row.getInteger(3));
        Bounds bounds = new Bounds(row.getInteger(4), row.getInteger(5), row.getInteger(6));

        Answer answer = DesiredTasks.decide(row.getInteger(1), instances, bounds);

        Answer expected = new Answer(row.getInteger(7), Reason.valueOf(row.getString(8)));
        assertThat(answer).as(row.getString(0)).isEqualTo(expected);
    }

    @Test
    void theAnswerIsFinal() {
        for (int current = 0; current < 8; current++) {
            for (int active = 0; active < 8; active++) {
                for (int connected = 0; connected <= active; connected++) {
                    Instances instances = new Instances(active, connected);
                    Bounds bounds = new Bounds(1, 2, 5);

                    Answer first = DesiredTasks.decide(current, instances, bounds);

                    Answer second = DesiredTasks.decide(first.count(), instances, bounds);
                    assertThat(second.changes())
                            .as("%s after %s", second, first)
                            .isFalse();
                    assertThat(first.count()).isBetween(Math.min(current, 2), Math.max(current, 5));
                    assertThat(first.changes()).isEqualTo(first.count() != current);
                }
            }
        }
    }

    @Test
    void aReconnectOfAllAgentsChangesNothing() {
        Bounds bounds = new Bounds(1, 0, 100);

        for (int connected = 0; connected <= 5; connected++) {
            assertThat(DesiredTasks.decide(4, new Instances(5, connected), bounds)
                            .changes())
                    .isFalse();
        }
    }

    @Test
    void moreConnectedThanActiveInstancesAreRefused() {
        assertThatThrownBy(() -> new Instances(2, 3)).hasMessage("3 connected of 2 active instances");
        assertThatThrownBy(() -> new Instances(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsThatExcludeEachOtherAreRefused() {
        assertThatThrownBy(() -> new Bounds(1, 3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(-1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bounds(0, -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Bounds(0, 2, 2).max()).isEqualTo(2);
    }
}
