package dev.drainpipe.taskscaler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.taskscaler.DesiredTasks.Answer;
import dev.drainpipe.taskscaler.DesiredTasks.Bounds;
import dev.drainpipe.taskscaler.DesiredTasks.Instances;
import dev.drainpipe.taskscaler.DesiredTasks.Reason;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DesiredTasksTest {
    @ParameterizedTest(name = "{0}: {1}, {2} -> {3}")
    @CsvSource(delimiter = '|', textBlock = """
            one instance is kept free               |  4 tasks  5 active  5 connected | n 1 min 2 max 10 |  4 RIGHT
            a new connected instance raises         |  4 tasks  6 active  6 connected | n 1 min 2 max 10 |  5 TOO_FEW
            a new silent instance does not raise    |  4 tasks  6 active  5 connected | n 1 min 2 max 10 |  4 IN_BETWEEN
            only what is connected raises           |  3 tasks  6 active  5 connected | n 1 min 2 max 10 |  4 TOO_FEW
            an instance that left lowers            |  4 tasks  4 active  4 connected | n 1 min 2 max 10 |  3 TOO_MANY
            a silent agent does not lower           |  4 tasks  5 active  2 connected | n 1 min 2 max 10 |  4 IN_BETWEEN
            all agents silent do not lower          |  4 tasks  5 active  0 connected | n 1 min 2 max 10 |  4 IN_BETWEEN
            active instances lower however silent   |  5 tasks  5 active  0 connected | n 1 min 2 max 10 |  4 TOO_MANY
            never below the minimum                 |  3 tasks  1 active  1 connected | n 1 min 2 max 10 |  2 TOO_MANY
            at the minimum                          |  2 tasks  1 active  1 connected | n 1 min 2 max 10 |  2 RIGHT
            the minimum needs no instance           |  0 tasks  0 active  0 connected | n 1 min 2 max 10 |  2 TOO_FEW
            never above the maximum                 |  9 tasks 20 active 20 connected | n 1 min 2 max 10 | 10 TOO_FEW
            at the maximum                          | 10 tasks 20 active 20 connected | n 1 min 2 max 10 | 10 RIGHT
            one above the maximum is lowered        | 11 tasks 20 active 20 connected | n 1 min 2 max 10 | 10 TOO_MANY
            n of zero uses every instance           |  4 tasks  5 active  5 connected | n 0 min 2 max 10 |  5 TOO_FEW
            n above the instances gives the minimum |  2 tasks  3 active  3 connected | n 5 min 2 max 10 |  2 RIGHT
            no instance and no minimum is no task   |  1 tasks  0 active  0 connected | n 1 min 0 max 10 |  0 TOO_MANY
            """)
    void theTable(String sentence, Numbers seen, Numbers wanted, Expected expected) {
        Instances instances = new Instances(seen.get(1), seen.get(2));
        Bounds bounds = new Bounds(wanted.get(0), wanted.get(1), wanted.get(2));

        Answer answer = DesiredTasks.decide(seen.get(0), instances, bounds);

        assertThat(answer).as(sentence).isEqualTo(expected.answer());
    }

    record Numbers(List<Integer> numbers) {
        static Numbers of(String text) {
            return new Numbers(Pattern.compile("\\d+")
                    .matcher(text)
                    .results()
                    .map(number -> Integer.valueOf(number.group()))
                    .toList());
        }

        int get(int index) {
            return numbers.get(index);
        }
    }

    record Expected(Answer answer) {
        static Expected of(String text) {
            int space = text.indexOf(' ');
            return new Expected(
                    new Answer(Integer.parseInt(text.substring(0, space)), Reason.valueOf(text.substring(space + 1))));
        }
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

    /** One instance is kept free (n = 1); an agent's connection says nothing about whether its instance is there. */
    @ParameterizedTest(name = "{0}: {1} tasks, {2} instances, {3} of them connected -> {4} tasks")
    @CsvSource(delimiter = '|', textBlock = """
            # what happens in this minute            | tasks | instances | connected | tasks then
            all is well                              |     4 |         5 |         5 |          4
            one agent drops its connection           |     4 |         5 |         4 |          4
            all agents are updated at once           |     4 |         5 |         0 |          4
            they come back                           |     4 |         5 |         5 |          4
            a new instance joins, its agent silent   |     4 |         6 |         5 |          4
            its agent connects                       |     4 |         6 |         6 |          5
            it drops its connection right after that |     5 |         6 |         5 |          5
            one instance drains                      |     5 |         5 |         5 |          4
            two more drain while all agents are away |     4 |         3 |         0 |          2
            the group grows by five in one minute    |     2 |         8 |         8 |          7
            """)
    void theDayOfACluster(String minute, int tasks, int instances, int connected, int then) {
        Answer answer = DesiredTasks.decide(tasks, new Instances(instances, connected), new Bounds(1, 2, 10));

        assertThat(answer.count()).as(minute).isEqualTo(then);
    }

    @Test
    void agentsThatComeAndGoNeverChangeTheCount() {
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            int active = chance.nextInt(20);
            Bounds bounds = bounds(chance);
            int right = DesiredTasks.decide(0, Instances.allConnected(active), bounds)
                    .count();
            for (int tick = 0; tick < 50; tick++) {
                Answer answer = DesiredTasks.decide(right, new Instances(active, chance.nextInt(active + 1)), bounds);

                assertThat(answer).as("seed %d, tick %d", seed, tick).matches(a -> a.count() == right && !a.changes());
            }
        }
    }

    @Test
    void noCountIsEverAboveWhatTheActiveInstancesCarry() {
        for (int seed = 0; seed < 200; seed++) {
            Random chance = new Random(seed);
            Bounds bounds = bounds(chance);
            int count = chance.nextInt(30);
            for (int tick = 0; tick < 50; tick++) {
                int active = chance.nextInt(20);
                count = DesiredTasks.decide(count, new Instances(active, chance.nextInt(active + 1)), bounds)
                        .count();

                int carried = DesiredTasks.decide(0, Instances.allConnected(active), bounds)
                        .count();
                assertThat(count).as("seed %d, tick %d", seed, tick).isLessThanOrEqualTo(carried);
            }
        }
    }

    private static Bounds bounds(Random chance) {
        int min = chance.nextInt(4);
        return new Bounds(chance.nextInt(3), min, min + chance.nextInt(30));
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
