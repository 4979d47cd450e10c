package dev.drainpipe.verification.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.run.Operator;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.fault.Fault;
import dev.drainpipe.simulator.fault.FaultKind;
import dev.drainpipe.simulator.sqs.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.PutLifecycleHookRequest;

/**
 * Instances that wait although no message asks for them any more: they are found, and drained like all others.
 *
 * <p>Other tools lose them: messages were deleted before they were handled, or expired
 * (aws/aws-node-termination-handler#360, buildkite/lifecycled#55).
 */
class SweepTest extends ScenarioTest {
    private static final String OTHER_HOOK = "ecs-managed-draining-termination-hook";

    @Test
    void anInstanceWhoseMessageWasPurgedBeforeAnybodyReadItIsTakenIn() {
        Run run = begin(ordinary());
        run.stopFunctions();
        run.scaleIn(1);
        String instance = run.waiting(1).get(0);
        run.pass(Duration.ofSeconds(2));
        purge(run.lifecycleQueue());
        run.startFunctions();
        Instant lost = run.now();

        run.letGo(instance);

        takenInOnce(run, instance, lost);
    }

    @Test
    void anInstanceWhoseMessageWasPurgedAfterItWasHandedOverIsTakenIn() {
        Run run = begin(ordinary());
        String instance = run.anInstance();
        run.hold(instance);
        run.terminate(instance);
        run.until("it is watched", () -> run.terminationQueue().inFlight() == 1);
        run.stopFunctions();
        run.pass(Duration.ofMinutes(2));
        purge(run.terminationQueue());
        run.startFunctions();
        Instant lost = run.now();

        run.until("it is taken in", () -> !takenIn(run, instance).isEmpty());
        run.stopHolding(instance);
        run.letGo(instance);

        takenInOnce(run, instance, lost);
    }

    /** Deregister was refused for longer than its messages live; then somebody mended its role. */
    @Test
    void anInstanceWhoseMessageWasDeadLetteredIsDrainedAllTheSame() {
        Run run = begin(ordinary().quiet().deadline(Duration.ofHours(3), "CONTINUE"));
        run.allowed().deadLetters();
        run.operator()
                .autoScaling()
                .putLifecycleHook(hook -> hook.autoScalingGroupName(Ordinary.GROUP)
                        .lifecycleHookName(Run.HOOK)
                        .heartbeatTimeout(7200));
        run.faults().add(Fault.on(FaultKind.DENIED, "ecs:UpdateContainerInstancesState"));
        String instance = run.anInstance();
        run.terminate(instance);
        run.pass(Duration.ofMinutes(65));
        assertThat(run.deadLetters()).isNotEmpty();

        purge(run.lifecycleQueue());
        run.faults().clear();
        run.letGo(instance);

        assertThat(run.ours())
                .singleElement()
                .satisfies(ending -> assertThat(ending.leftovers()).isEmpty());
    }

    @Test
    void anInstanceThatWaitedBeforeAnybodyListenedIsTakenIn() {
        Run run = begin(ordinary().before(SweepTest::addGroupWithAHookWithoutTarget));
        String instance = run.in("later", "InService").get(0);
        run.terminate(instance);
        run.until("it waits", () -> run.in("later", "Terminating:Wait").contains(instance));
        run.pass(Duration.ofMinutes(10));
        assertThat(run.ecsStatus(instance)).isEqualTo("ACTIVE");

        run.attach("later", null);
        run.tag("later", "drainpipe", Ordinary.CLUSTER);
        Instant attached = run.now();
        run.letGo(instance);

        takenInOnce(run, instance, attached);
    }

    /** Taken in again at each sweep, an instance would be set to DRAINING and completed for as long as it waits. */
    @Test
    void anInstanceThatWaitsForAnotherHookOnlyIsNotTakenInAgainAndAgain() {
        Run run = begin(ordinary().quiet().before(SweepTest::addOtherHook));
        String instance = run.anInstance();
        run.terminate(instance);
        run.letGo(instance);
        List<Evidence.Call> done = writes(run);

        run.pass(Duration.ofMinutes(50));

        assertThat(run.in("Terminating:Wait")).containsExactly(instance);
        assertThat(takenIn(run, instance)).isEmpty();
        assertThat(writes(run)).isEqualTo(done);
        // Those by name and those by tag, every five minutes.
        assertThat(run.calls("autoscaling:DescribeAutoScalingGroups")).isLessThanOrEqualTo(24);
    }

    /** The group is named, and bears none of the tag that is required: deregister leaves its instances alone each time. */
    @Test
    void anInstanceWhoseGroupLacksTheRequiredTagIsNotTakenIn() {
        Run run = begin(ordinary().quiet().with("RequiredTag", "team=web"));
        run.allowed().otherEnds().drops();
        String instance = run.anInstance();

        run.terminate(instance);
        run.within(
                Duration.ofMinutes(40), "its hook times out", () -> !run.ours().isEmpty());

        assertThat(takenIn(run, instance)).isEmpty();
    }

    private static void takenInOnce(Run run, String instance, Instant lost) {
        assertThat(takenIn(run, instance)).hasSize(1);
        assertThat(run.ours())
                .singleElement()
                .satisfies(ending -> assertThat(ending.leftovers()).isEmpty())
                .satisfies(ending -> assertThat(ending.at())
                        .isBetween(lost.plus(Duration.ofMinutes(4)), lost.plus(Duration.ofMinutes(13))));
    }

    private static List<String> takenIn(Run run, String instance) {
        return run.evidence().logLines().stream()
                .filter(line -> line.contains("Taken in") && line.contains(instance))
                .toList();
    }

    private static List<Evidence.Call> writes(Run run) {
        return run.evidence().calls().stream()
                .filter(call -> call.writes()
                        && !call.caller().equals(Operator.NAME)
                        && !call.name().startsWith("sqs"))
                .toList();
    }

    private static void purge(Queue queue) {
        queue.receive(10).forEach(message -> queue.delete(message.receiptHandle()));
    }

    private static void addGroupWithAHookWithoutTarget(SimulatedAws aws) {
        aws.autoScaling().create(GroupSpec.of("later", 2).cluster(Ordinary.CLUSTER, 4));
        aws.autoScaling().putLifecycleHook(hook("later", Run.HOOK));
    }

    private static void addOtherHook(SimulatedAws aws) {
        aws.autoScaling().putLifecycleHook(hook(Ordinary.GROUP, OTHER_HOOK));
    }

    private static PutLifecycleHookRequest hook(String group, String name) {
        return PutLifecycleHookRequest.builder()
                .autoScalingGroupName(group)
                .lifecycleHookName(name)
                .lifecycleTransition("autoscaling:EC2_INSTANCE_TERMINATING")
                .heartbeatTimeout(3600)
                .defaultResult("CONTINUE")
                .build();
    }
}
