package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final String A = "i-0000000000000000a";
    private static final String B = "i-0000000000000000b";
    private static final String C = "i-0000000000000000c";

    private static Story threeInstancesTwoTasks() {
        return new Story(new RunSetup(3, 2, 1, 1, "classic", 1, true))
                .inService(A, 1)
                .inService(B, 1)
                .inService(C, 0)
                .at(-60)
                .counts(2, 2);
    }

    @Test
    void oneInstanceMoreThanTasksKeepsNPlusOne() {
        RunReport report = threeInstancesTwoTasks().at(60).report();

        assertThat(report.shortfalls()).isEmpty();
    }

    @Test
    void nPlusOneIsNotKeptFromDrainingUntilTheDesiredCountFollows() {
        RunReport report = threeInstancesTwoTasks()
                .at(5)
                .ecs(A, "DRAINING")
                .at(35)
                .counts(1, 2)
                .at(90)
                .report();

        assertThat(report.shortfalls())
                .containsExactly(new Shortfall(Story.ZERO.plusSeconds(5), Story.ZERO.plusSeconds(35), 0));
    }

    @Test
    void neighbouringShortfallsAreOneWithTheWorstOfBoth() {
        RunReport report = threeInstancesTwoTasks()
                .at(5)
                .ecs(A, "DRAINING")
                .at(6)
                .ecs(B, "DRAINING")
                .at(35)
                .counts(1, 2)
                .at(40)
                .report();

        assertThat(report.shortfalls())
                .containsExactly(new Shortfall(Story.ZERO.plusSeconds(5), Story.ZERO.plusSeconds(40), -1));
    }

    @Test
    void aDisconnectedAgentCarriesNothing() {
        RunReport report = threeInstancesTwoTasks()
                .at(10)
                .tell(new ContainerInstanceStatus(Story.ZERO.plusSeconds(10), "cluster", C, "ACTIVE", false))
                .at(20)
                .ecs(C, "ACTIVE")
                .at(30)
                .report();

        assertThat(report.shortfalls())
                .containsExactly(new Shortfall(Story.ZERO.plusSeconds(10), Story.ZERO.plusSeconds(20), 0));
    }
}
