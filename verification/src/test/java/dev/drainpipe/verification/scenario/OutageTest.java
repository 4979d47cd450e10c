package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** AWS, or our own code, is not there for a while. */
class OutageTest extends ScenarioTest {
    /** Tools whose queue keeps messages for five minutes lose every instance of a longer outage of theirs. */
    @Test
    void functionsThatWereDownForTenMinutesFindEveryInstance() {
        Run run = begin(ordinary());
        run.stopFunctions();
        run.scaleIn(2);
        run.pass(Duration.ofMinutes(10));
        assertThat(run.ours()).isEmpty();

        run.startFunctions();
        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    /** A tool let its instances go whenever a call was throttled (awslabs/ecs-cluster-manager, read in its source). */
    @ParameterizedTest
    @CsvSource({
        "ecs:ListContainerInstances",
        "ecs:DescribeContainerInstances",
        "ecs:UpdateContainerInstancesState",
        "ecs:ListTasks",
        "ecs:DescribeTasks",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLifecycleHooks",
        "autoscaling:CompleteLifecycleAction",
        "elasticloadbalancing:DescribeInstanceHealth",
        "elasticloadbalancing:DeregisterInstancesFromLoadBalancer",
        "sqs:SendMessageBatch",
        "sqs:ReceiveMessage",
        "sqs:DeleteMessageBatch"
    })
    void whenOneCallIsThrottledForTenMinutesTheDrainOnlyTakesLonger(String call) {
        Run run = begin(ordinary().behind(Front.CLASSIC_OUTSIDE).tasks(4));
        run.faults().add(Fault.on(FaultKind.THROTTLED, call));
        run.scaleIn(2);
        run.pass(Duration.ofMinutes(10));

        run.faults().clear();
        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"INTERNAL_FAILURE", "CONNECTION_RESET", "TIMED_OUT", "CRASH_BEFORE", "FROZEN"})
    void whenNothingAnswersForTenMinutesNothingIsLetGo(FaultKind kind) {
        Run run = begin(ordinary());
        run.allowed().failedTicks();
        run.faults().add(new Fault(kind, call -> !call.name().startsWith("sqs")));
        run.scaleIn(2);
        run.pass(Duration.ofMinutes(10));
        assertThat(run.ours()).isEmpty();

        run.faults().clear();
        run.until("both are let go", () -> run.ours().size() == 2);

        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    /** One failed load balancer call made a tool abandon the whole event (keikoproj/lifecycle-manager). */
    @Test
    void whenOneLoadBalancerDoesNotAnswerTheOtherWorkGoesOn() {
        Run run = begin(ordinary());
        run.faults().add(Fault.on(FaultKind.INTERNAL_FAILURE, "elasticloadbalancing:DescribeInstanceHealth"));
        run.scaleIn(1);
        run.pass(Duration.ofMinutes(8));
        assertThat(run.ours()).isEmpty();

        run.faults().clear();

        run.until("it is let go", () -> run.ours().size() == 1);
        assertThat(run.ours()).allMatch(ending -> ending.result().equals("CONTINUE"));
    }

    @Test
    void withoutUsForHalfAnHourAutoScalingEndsTheWaitByItself() {
        Run run = begin(ordinary().quiet());
        run.allowed().otherEnds().drops();
        run.stopFunctions();
        run.scaleIn(1);
        run.within(
                Duration.ofMinutes(35), "the hook times out", () -> run.ours().size() == 1);

        run.startFunctions();

        run.within(Duration.ofMinutes(5), "the queues are empty", () -> run.messagesWaiting() == 0);
        assertThat(run.calls("autoscaling:CompleteLifecycleAction")).isLessThanOrEqualTo(1);
    }
}
