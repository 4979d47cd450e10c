package dev.drainpipe.simulator.ecs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.ecs.schedule.ServiceTask.Standing;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaRuleTest {
    /**
     * The columns: what is shown; desired, fewest healthy, most; the tasks; how many start and stop. A task is S or s
     * if it stays, L or l if it leaves, capital if it is healthy, p if it leaves and only starts, e if it is ending.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing to do| 4 4 8| SSSS| 0 0",
                "the first start| 4 4 8| ''| 4 0",
                "replacements come first at 100 %| 4 4 8| LLLL| 4 0",
                "replacements are awaited| 4 4 8| ssssLLLL| 0 0",
                "one healthy replacement lets one go| 4 4 8| SsssLLLL| 0 1",
                "all replacements healthy let all go| 4 4 8| SSSSLLLL| 0 4",
                "below 100 % some may go before| 4 2 8| LLLL| 4 2",
                "minimum 0 lets all go at once| 4 0 8| LLLL| 4 4",
                "maximum 100 % waits for the stops| 4 2 4| LLLL| 0 2",
                "maximum 100 % waits until they are stopped| 4 2 4| LLee| 0 0",
                "maximum 100 % starts once they are stopped| 4 2 4| LL| 2 0",
                "both 100 % never gets anywhere| 4 4 4| LLLL| 0 0",
                "the maximum limits the extra ones| 4 4 6| LLLL| 2 0",
                "ending tasks count for the maximum| 4 4 5| SSSee| 0 0",
                "an unhealthy one may go when enough are left| 4 4 8| SSSSl| 0 1",
                "an unhealthy one may not go when too few are| 4 4 8| SSSsl| 0 0",
                "those that only start on a leaver go at once| 4 4 8| SSSp| 1 1",
                "a lowered count takes leavers first| 3 3 6| SSSL| 0 1",
                "a lowered count then takes stayers| 2 2 4| SSSL| 0 2",
                "a lowered count takes the unhealthy first| 3 3 6| SSSs| 0 1",
                "none wanted| 0 0 0| SSsLlp| 0 6",
            })
    void startsAndStops(String what, String goal, String tasks, String outcome) {
        ReplicaPlan plan = ReplicaRule.plan(
                goal(goal), tasks.chars().mapToObj(ReplicaRuleTest::task).toList());

        assertThat(plan.starts() + " " + plan.stops().size()).as(what).isEqualTo(outcome);
    }

    @Test
    void endingTasksNeedNotCountForTheMaximum() {
        List<ServiceTask> tasks = "eeee".chars().mapToObj(ReplicaRuleTest::task).toList();

        assertThat(ReplicaRule.plan(new ReplicaGoal(4, 4, 4, true), tasks).starts())
                .isZero();
        assertThat(ReplicaRule.plan(new ReplicaGoal(4, 4, 4, false), tasks).starts())
                .isEqualTo(4);
    }

    @Test
    void aHeldTaskIsNotStopped() {
        ServiceTask held = new ServiceTask("held", "a", Standing.STAYING, true, true, true);
        ServiceTask free = new ServiceTask("free", "a", Standing.STAYING, true, true, false);
        ServiceTask heldLeaver = new ServiceTask("leaver", "b", Standing.LEAVING, false, false, true);

        ReplicaPlan plan = ReplicaRule.plan(new ReplicaGoal(0, 0, 0, true), List.of(held, free, heldLeaver));

        assertThat(plan.stops()).containsExactly("free");
    }

    @Test
    void excessComesFromTheMostCrowdedInstanceAndIsTheNewestThere() {
        List<ServiceTask> tasks = List.of(
                healthy("a1", "a"), healthy("b1", "b"), healthy("a2", "a"), healthy("a3", "a"), healthy("b2", "b"));

        ReplicaPlan plan = ReplicaRule.plan(new ReplicaGoal(2, 0, 4, true), tasks);

        assertThat(plan.stops()).containsExactly("a3", "b2", "a2");
    }

    @Test
    void excessThatIsNotRunningYetGoesFirst() {
        ServiceTask starting = new ServiceTask("starting", "b", Standing.STAYING, false, false, false);
        List<ServiceTask> tasks = List.of(starting, healthy("a1", "a"), healthy("a2", "a"));

        ReplicaPlan plan = ReplicaRule.plan(new ReplicaGoal(2, 2, 4, true), tasks);

        assertThat(plan.stops()).containsExactly("starting");
    }

    private static ServiceTask healthy(String id, String place) {
        return new ServiceTask(id, place, Standing.STAYING, true, true, false);
    }

    private static ReplicaGoal goal(String numbers) {
        int[] n = Arrays.stream(numbers.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new ReplicaGoal(n[0], n[1], n[2], true);
    }

    private static ServiceTask task(int letter) {
        return switch (letter) {
            case 'S' -> new ServiceTask("S", "a", Standing.STAYING, true, true, false);
            case 's' -> new ServiceTask("s", "a", Standing.STAYING, true, false, false);
            case 'L' -> new ServiceTask("L", "b", Standing.LEAVING, true, true, false);
            case 'l' -> new ServiceTask("l", "b", Standing.LEAVING, true, false, false);
            case 'p' -> new ServiceTask("p", "b", Standing.LEAVING, false, false, false);
            case 'e' -> new ServiceTask("e", "c", Standing.ENDING, true, false, false);
            default -> throw new IllegalArgumentException("No such task: " + letter);
        };
    }
}
