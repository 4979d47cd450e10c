package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrainPlanTest {
    private static final Optional<Set<String>> NONE_MANAGED = Optional.of(Set.of());
    private static final Target ON_80 = new Target("tg", "i-1", 80, Attachment.REGISTERED);
    private static final Target ON_81 = new Target("tg", "i-1", 81, Attachment.REGISTERED);

    @Test
    void anActiveInstanceLeavesItsLoadBalancersAndIsSetToDraining() {
        DrainPlan plan = DrainPlan.of(standing(Status.ACTIVE, Map.of("lb", Attachment.REGISTERED), ON_80, ON_81));

        assertThat(plan).isEqualTo(new DrainPlan(List.of(), List.of("lb"), List.of(ON_80, ON_81), true));
        assertThat(plan.inWords())
                .containsExactly("leave lb", "leave tg with port 80", "leave tg with port 81", "set to DRAINING");
    }

    @Test
    void anIdleInstanceIsDrainedToo() {
        ContainerInstance idle = new ContainerInstance("i-1", "arn", Status.ACTIVE, true, 0);

        assertThat(DrainPlan.of(new Standing(idle, Map.of(), Map.of(), NONE_MANAGED))
                        .setDraining())
                .isTrue();
    }

    @Test
    void anInstanceWithASilentAgentIsDrainedToo() {
        ContainerInstance silent = new ContainerInstance("i-1", "arn", Status.ACTIVE, false, 3);

        assertThat(DrainPlan.of(new Standing(silent, Map.of(), Map.of(), NONE_MANAGED))
                        .setDraining())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DRAINING", "LEAVING", "GONE"})
    void whatEcsPlacesNothingOnIsNotAskedAgain(Status status) {
        DrainPlan plan = DrainPlan.of(standing(status, Map.of("lb", Attachment.REGISTERED), ON_80));

        assertThat(plan).isEqualTo(new DrainPlan(List.of(), List.of("lb"), List.of(ON_80), false));
    }

    @Test
    void whatIsDoneAlreadyIsNotDoneAgain() {
        DrainPlan plan = DrainPlan.of(standing(
                Status.DRAINING,
                Map.of("a", Attachment.DRAINING, "b", Attachment.OUT),
                new Target("tg", "i-1", 80, Attachment.DRAINING),
                new Target("tg", "i-1", 81, Attachment.OUT)));

        assertThat(plan).isEqualTo(DrainPlan.NOTHING);
        assertThat(plan.inWords()).isEmpty();
    }

    @Test
    void anInstanceThatRegistersIsTriedAgain() {
        DrainPlan plan = DrainPlan.of(standing(Status.REGISTERING, Map.of("lb", Attachment.REGISTERED)));

        assertThat(plan.obstacles())
                .containsExactly("it is still registering, and only an ACTIVE one can be set to DRAINING");
        assertThat(plan.leaveClassic()).isEmpty();
        assertThat(plan.setDraining()).isFalse();
    }

    @Test
    void everythingThatDidNotAnswerStandsInTheWay() {
        DrainPlan plan = DrainPlan.of(standing(
                Status.UNKNOWN,
                Map.of("lb", Attachment.UNKNOWN, "other", Attachment.REGISTERED),
                new Target("tg", "i-1", 0, Attachment.UNKNOWN)));

        assertThat(plan)
                .isEqualTo(new DrainPlan(
                        List.of("ECS did not answer", "lb did not answer", "tg did not answer"),
                        List.of(),
                        List.of(),
                        false));
    }

    /**
     * The outage it prevents: the only task of a service was on the instance, and for as long as its replacement took to
     * start the load balancer had nobody to send requests to.
     */
    @Test
    void aLoadBalancerThatEcsManagesIsLeftToEcsWhileTasksRun() {
        Standing busy = standing(Status.ACTIVE, Map.of("lb", Attachment.REGISTERED), ON_80);

        DrainPlan plan = DrainPlan.of(managed(busy, Optional.of(Set.of("lb", "tg"))));

        assertThat(plan).isEqualTo(new DrainPlan(List.of(), List.of(), List.of(), true));
    }

    @Test
    void aLoadBalancerThatEcsManagesIsLeftAtOnceByAnIdleInstance() {
        ContainerInstance idle = new ContainerInstance("i-1", "arn", Status.ACTIVE, true, 0);

        DrainPlan plan = DrainPlan.of(
                new Standing(idle, Map.of("lb", Attachment.REGISTERED), Map.of(), Optional.of(Set.of("lb"))));

        assertThat(plan.leaveClassic()).containsExactly("lb");
    }

    @Test
    void whileItIsNotKnownWhatEcsManagesNothingIsDone() {
        Standing busy = standing(Status.ACTIVE, Map.of("lb", Attachment.REGISTERED));

        DrainPlan plan = DrainPlan.of(managed(busy, Optional.empty()));

        assertThat(plan)
                .isEqualTo(new DrainPlan(
                        List.of("ECS did not say which load balancers it manages"), List.of(), List.of(), false));
    }

    /** What may hold the instance must be known before it is set to DRAINING, or requests come to tasks that stop. */
    @Test
    void aSearchThatIsNotOverStandsInTheWay() {
        Standing found = standing(Status.ACTIVE, Map.of("lb", Attachment.REGISTERED), ON_80);

        DrainPlan plan = DrainPlan.of(new Standing(
                found.ecs(),
                found.classic(),
                found.targetGroups(),
                NONE_MANAGED,
                List.of("3 target groups are silent")));

        assertThat(plan).isEqualTo(new DrainPlan(List.of("3 target groups are silent"), List.of(), List.of(), false));
    }

    private static Standing managed(Standing standing, Optional<Set<String>> managed) {
        return new Standing(standing.ecs(), standing.classic(), standing.targetGroups(), managed);
    }

    private static Standing standing(Status status, Map<String, Attachment> classic, Target... targets) {
        ContainerInstance instance = new ContainerInstance("i-1", "arn", status, true, 2);
        return new Standing(
                instance, classic, targets.length == 0 ? Map.of() : Map.of("tg", List.of(targets)), NONE_MANAGED);
    }
}
