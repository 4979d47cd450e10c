package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.fault.CallSite;
import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies in the middle of a drain: what it knew is on the queues. */
class CrashTest extends ScenarioTest {
    /** Whoever begins again must not take an instance that is DRAINING already for one whose tasks are gone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "elasticloadbalancing:DeregisterInstancesFromLoadBalancer",
                "ecs:UpdateContainerInstancesState",
                "sqs:SendMessageBatch"
            })
    void afterAnyStepOfTheWayOutTheRestIsDoneByTheNextProcess(String step) {
        Run run = begin(ordinary().behind(Front.CLASSIC_OUTSIDE).tasks(4));
        run.faults().add(new Fault(FaultKind.CRASH_AFTER, times(1, step)));

        run.drain(2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @Test
    void aCompletionWhoseProcessDiedIsNotForgottenAndNotRepeated() {
        Run run = begin(ordinary());
        run.allowed().failedTicks();
        run.faults().add(new Fault(FaultKind.CRASH_AFTER, times(1, "autoscaling:CompleteLifecycleAction")));

        run.drain(1);

        run.within(Duration.ofMinutes(4), "the queues are empty", () -> run.messagesWaiting() == 0);
    }

    @Test
    void aMessageWhoseProcessDiesAgainAndAgainIsTriedUntilItWorks() {
        Run run = begin(ordinary());
        run.faults().add(new Fault(FaultKind.CRASH_BEFORE, times(5, "ecs:UpdateContainerInstancesState")));

        run.scaleIn(1);
        run.until("it is let go", () -> run.ours().size() == 1);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @Test
    void heartbeatsGoOnWhenEveryTickIsANewProcess() {
        Run run = begin(ordinary().quiet().deadline(Duration.ofHours(3), "CONTINUE"));
        run.allowed().failedTicks();
        // Each tick does its work, and dies when it takes leave.
        run.faults().add(Fault.on(FaultKind.CRASH_AFTER, "ecs:ListServices"));
        String instance = run.anInstance();
        run.aws().ecs().startTask(Tasks.lasting(Duration.ofMinutes(50)), instance);
        run.terminate(instance);
        run.pass(Duration.ofMinutes(25));
        run.faults().clear();
        run.faults().add(Fault.on(FaultKind.CRASH_AFTER, "autoscaling:RecordLifecycleActionHeartbeat"));

        run.within(Duration.ofHours(2), "it is let go", () -> run.ours().size() == 1);

        assertThat(run.ours()).allMatch(ending -> ending.leftovers().isEmpty());
    }

    private static Predicate<CallSite> times(int most, String name) {
        AtomicInteger left = new AtomicInteger(most);
        return call -> call.name().equals(name) && left.getAndDecrement() > 0;
    }
}
