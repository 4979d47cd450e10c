package dev.drainpipe.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.ApiCall;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static final String A = "i-0000000000000000a";
    private static final String B = "i-0000000000000000b";

    private static Story oneLeaves() {
        return new Story(new RunSetup(2, 1, 1, 1, "classic", 1, true));
    }

    /** A leaves as it should: out of the load balancer at 0:30, last task stopped at 0:45, completed at 1:00. */
    private static Story departure() {
        return oneLeaves()
                .inService(A, 1)
                .inService(B, 0)
                .askedToLeave(A, 1)
                .at(5)
                .ecs(A, "DRAINING")
                .loadBalancer(A, "draining")
                .at(30)
                .loadBalancer(A, "out")
                .at(45)
                .task(A, A + "/0", "STOPPED")
                .completed(A, 60);
    }

    private static InstanceReport leaver(RunReport report) {
        assertThat(report.leavers()).hasSize(1);
        return report.leavers().get(0);
    }

    private static Instant after(int seconds) {
        return Story.ZERO.plusSeconds(seconds);
    }

    @Test
    void eachMilestoneIsTheMomentInWhichItWasReached() {
        InstanceReport instance = leaver(departure().report());

        assertThat(instance.milestones())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Milestone.TERMINATING, after(1),
                        Milestone.WAITING, after(3),
                        Milestone.DRAINING, after(5),
                        Milestone.OUT_OF_LOAD_BALANCERS, after(30),
                        Milestone.LAST_TASK_STOPPED, after(45),
                        Milestone.SAFE, after(45),
                        Milestone.COMPLETED, after(60),
                        Milestone.TERMINATED, after(70)));
    }

    @Test
    void eachStageLastsUntilTheNextOne() {
        InstanceReport instance = leaver(departure().report());

        assertThat(instance.in(Stage.CALLED)).hasSeconds(2);
        assertThat(instance.in(Stage.UNNOTICED)).hasSeconds(2);
        assertThat(instance.in(Stage.TRAFFIC_LEFT)).hasSeconds(25);
        assertThat(instance.in(Stage.TASKS_LEFT)).hasSeconds(15);
        assertThat(instance.in(Stage.SAFE)).hasSeconds(15);
        assertThat(instance.in(Stage.LEAVING)).hasSeconds(10);
    }

    @Test
    void aRunInWhichAllWentWellHasSucceeded() {
        RunReport report = departure().report();

        assertThat(report.shortcomings()).isEmpty();
        assertThat(report.succeeded()).isTrue();
    }

    @Test
    void aTaskThatIsOnlyStoppingIsLeftBehind() {
        RunReport report = oneLeaves()
                .inService(A, 1)
                .askedToLeave(A, 1)
                .at(5)
                .ecs(A, "DRAINING")
                .loadBalancer(A, "out")
                .task(A, A + "/0", "STOPPING")
                .completed(A, 60)
                .report();

        assertThat(leaver(report).leftSafely()).isFalse();
        assertThat(report.shortcomings())
                .containsExactly(A + " was let go with work left: 1 task not STOPPED (1 STOPPING).");
    }

    @Test
    void aLoadBalancerThatStillDrainsIsLeftBehind() {
        RunReport report = oneLeaves()
                .inService(A, 0)
                .askedToLeave(A, 1)
                .at(5)
                .ecs(A, "DRAINING")
                .loadBalancer(A, "draining")
                .completed(A, 60)
                .report();

        assertThat(report.shortcomings())
                .containsExactly(A + " was let go with work left: load balancer lb: draining.");
    }

    @Test
    void aTimeOutIsToldApartFromADecision() {
        Departure departure = leaver(oneLeaves()
                        .inService(A, 1)
                        .askedToLeave(A, 1)
                        .at(1800)
                        .action(A, ActionStep.TIMED_OUT)
                        .report())
                .departure()
                .orElseThrow();

        assertThat(departure.by()).isEqualTo(Departure.By.TIME_OUT);
        assertThat(departure.leftovers())
                .containsExactly("1 task not STOPPED (1 RUNNING)", "load balancer lb: registered");
    }

    @Test
    void withoutAHookWhatCountsIsWhatTheInstanceHeldJustBeforeItsEnd() {
        RunReport report = oneLeaves()
                .inService(A, 1)
                .at(1)
                .lifecycle(A, "Terminating")
                .loadBalancer(A, "out")
                .at(20)
                .task(A, A + "/0", "STOPPED")
                .lifecycle(A, "Terminated")
                .report();

        assertThat(report.shortcomings())
                .containsExactly(A + " was terminated without a hook with work left: 1 task not STOPPED (1 RUNNING).");
    }

    @Test
    void anInstanceThatIsStillHeldWasNotLetGo() {
        RunReport report =
                oneLeaves().inService(A, 0).askedToLeave(A, 1).at(300).report();

        assertThat(report.shortcomings()).containsExactly(A + " was not let go.");
    }

    @Test
    void aScaleInThatDidNotHappenIsAShortcoming() {
        RunReport report = oneLeaves().inService(A, 0).at(60).report();

        assertThat(report.shortcomings()).containsExactly("Only 0 of 1 instances were asked to leave.");
    }

    @Test
    void oneDroppedRequestSpoilsTheRun() {
        RunReport report = departure().dropped(B, "no target is healthy").report();

        assertThat(report.shortcomings()).containsExactly("1 request was dropped.");
        assertThat(report.traffic().reasons()).containsExactly(Map.entry("no target is healthy", 1));
    }

    @Test
    void aLaunchActionDoesNotLetAnInstanceGo() {
        Story story = oneLeaves().at(-90).lifecycle(A, "Pending:Wait").action(A, ActionStep.COMPLETED);

        RunReport report = story.inService(A, 0).askedToLeave(A, 1).at(9).report();

        assertThat(leaver(report).departure()).isEmpty();
    }

    @Test
    void leaversAreListedInTheOrderInWhichTheyWereAsked() {
        RunReport report = new Story(new RunSetup(2, 1, 2, 1, "classic", 1, true))
                .inService(A, 0)
                .inService(B, 0)
                .askedToLeave(B, 1)
                .askedToLeave(A, 2)
                .report();

        assertThat(report.leavers()).extracting(InstanceReport::id).containsExactly(B, A);
    }

    @Test
    void callsAreCountedByFunctionAndOperation() {
        Instant at = after(1);
        RunReport report = oneLeaves()
                .tell(new ApiCall(at, "terminator", "ecs", "ListTasks", Optional.empty()))
                .tell(new ApiCall(at, "terminator", "ecs", "ListTasks", Optional.of("ThrottlingException")))
                .tell(new ApiCall(at, "deregister", "sqs", "SendMessage", Optional.empty()))
                .tell(new Invocation(at, "terminator", "r", Duration.ofSeconds(3), Optional.of("Runtime.Error")))
                .report();

        assertThat(report.functions())
                .containsEntry(
                        "terminator",
                        new FunctionReport(1, 1, Duration.ofSeconds(3), Map.of("ecs:ListTasks", new CallCount(2, 1))));
        assertThat(report.functions().values())
                .extracting(FunctionReport::callsInAll)
                .containsExactly(1, 2);
    }
}
