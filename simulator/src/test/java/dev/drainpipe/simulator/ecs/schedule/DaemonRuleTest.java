package dev.drainpipe.simulator.ecs.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.ecs.schedule.DaemonPlace.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaemonRuleTest {
    @Test
    void anOpenInstanceWithoutOneGetsOne() {
        assertThat(plan(new DaemonPlace("i", Status.OPEN, List.of(), false, false))
                        .startOn())
                .containsExactly("i");
    }

    @Test
    void anOpenInstanceWithOneKeepsIt() {
        DaemonPlan plan = plan(new DaemonPlace("i", Status.OPEN, List.of("d"), false, true));

        assertThat(plan).isEqualTo(new DaemonPlan(List.of(), List.of()));
    }

    @Test
    void anotherStartsOnlyOnceTheOldOneHasEnded() {
        assertThat(plan(new DaemonPlace("i", Status.OPEN, List.of(), true, false))
                        .startOn())
                .isEmpty();
    }

    @Test
    void theDaemonOfADrainingInstanceWaitsForTheOthers() {
        assertThat(plan(new DaemonPlace("i", Status.DRAINING, List.of("d"), false, true))
                        .stops())
                .isEmpty();
    }

    @Test
    void theDaemonOfADrainingInstanceIsTheLastToStop() {
        assertThat(plan(new DaemonPlace("i", Status.DRAINING, List.of("d"), false, false))
                        .stops())
                .containsExactly("d");
    }

    @Test
    void aDrainingInstanceGetsNone() {
        assertThat(plan(new DaemonPlace("i", Status.DRAINING, List.of(), false, false))
                        .startOn())
                .isEmpty();
    }

    @Test
    void nothingChangesWhereTheAgentIsSilent() {
        DaemonPlan without = plan(new DaemonPlace("i", Status.SILENT, List.of(), false, false));
        DaemonPlan with = plan(new DaemonPlace("i", Status.SILENT, List.of("d"), false, false));

        assertThat(without.startOn()).isEmpty();
        assertThat(with.stops()).isEmpty();
    }

    private static DaemonPlan plan(DaemonPlace place) {
        return DaemonRule.plan(List.of(place));
    }
}
