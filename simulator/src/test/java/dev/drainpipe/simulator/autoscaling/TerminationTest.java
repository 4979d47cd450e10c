package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceProtectionRequest;

class TerminationTest {
    private static String latestStatus(Fleet fleet) {
        return fleet.calls
                .ask(
                        DescribeScalingActivitiesRequest.builder()
                                .autoScalingGroupName(Fleet.NAME)
                                .build(),
                        DescribeScalingActivitiesResponse.class)
                .activities()
                .get(0)
                .statusCodeAsString();
    }

    @Test
    void withoutHooksAnInstanceEndsSoon() {
        Fleet fleet = Fleet.of(1);
        String id = fleet.idsIn("InService").get(0);

        fleet.scaleTo(0).pass(Duration.ofSeconds(10));

        assertThat(fleet.statesOf(id))
                .containsExactly("Pending", "InService", "Terminating", "Terminating:Proceed", "Terminated");
        assertThat(fleet.world.ec2().running()).isEmpty();
        assertThat(fleet.instances()).isEmpty();
    }

    @Test
    void aHookHoldsTheInstanceUntilItIsCompleted() {
        Fleet fleet = Fleet.of(1).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        fleet.scaleTo(0).pass(Duration.ofMinutes(50));
        List<String> held = fleet.idsIn("Terminating:Wait");
        fleet.complete("drain", fleet.token("drain"), "CONTINUE");
        fleet.pass(Duration.ofSeconds(10));

        assertThat(held).containsExactly(id);
        assertThat(fleet.statesOf(id)).endsWith("Terminating:Wait", "Terminating:Proceed", "Terminated");
        assertThat(fleet.world.ec2().find(id)).isEmpty();
    }

    @Test
    void theInstanceStillRunsWhileItIsToldToProceed() {
        Fleet fleet = Fleet.of(1).hook("drain").scaleTo(0);
        String id = fleet.idsIn("Terminating:Wait").get(0);

        fleet.complete("drain", fleet.token("drain"), "CONTINUE");
        fleet.pass(Duration.ofSeconds(9));

        assertThat(fleet.idsIn("Terminating:Proceed")).containsExactly(id);
        assertThat(fleet.world.ec2().find(id)).isPresent();
    }

    @Test
    void attachedLoadBalancersLetGoBeforeTheHookIsTold() {
        Fleet fleet = new Fleet();
        FakeLoadBalancers.Fake web = fleet.loadBalancers.add("web");
        FakeLoadBalancers.Fake group = fleet.loadBalancers.add("arn:web");
        fleet.autoScaling.create(
                GroupSpec.of(Fleet.NAME, 1).loadBalancers("web").targetGroups("arn:web"));
        fleet.pass(Duration.ofMinutes(2)).hook("drain").scaleTo(0).pass(Duration.ofMinutes(10));
        List<String> waiting = fleet.idsIn("Terminating");
        String waitsForClassic = latestStatus(fleet);

        web.drained();
        fleet.pass(Duration.ofSeconds(1));
        String waitsForGroup = latestStatus(fleet);
        int early = fleet.lifecycleMessages().size();
        group.drained();
        fleet.pass(Duration.ofSeconds(2));

        assertThat(waiting).hasSize(1);
        assertThat(waitsForClassic).isEqualTo("WaitingForELBConnectionDraining");
        assertThat(waitsForGroup).isEqualTo("WaitingForConnectionDraining");
        assertThat(early).isZero();
        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(1);
        assertThat(latestStatus(fleet)).isEqualTo("MidLifecycleAction");
        assertThat(fleet.lifecycleMessages()).hasSize(1);
    }

    @Test
    void aDeletedLoadBalancerHoldsNobody() {
        Fleet fleet = new Fleet();
        fleet.loadBalancers.add("web");
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1).loadBalancers("web"));
        fleet.pass(Duration.ofMinutes(2)).scaleTo(0);

        fleet.loadBalancers.delete("web");
        fleet.pass(Duration.ofSeconds(15));

        assertThat(fleet.instances()).isEmpty();
    }

    @Test
    void severalLeaveAtOnce() {
        Fleet fleet = Fleet.of(10).hook("drain");

        fleet.scaleTo(3);

        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(7);
        assertThat(fleet.lifecycleMessages())
                .extracting(m -> m.get("LifecycleActionToken"))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void aLeavingInstanceIsNotCountedAndNotReplaced() {
        Fleet fleet = Fleet.of(3).hook("drain").scaleTo(2).pass(Duration.ofMinutes(5));

        assertThat(fleet.idsIn("InService")).hasSize(2);
        assertThat(fleet.instances()).hasSize(3);
    }

    @Test
    void aScaleOutDuringAScaleInLaunchesInsteadOfTakingBack() {
        Fleet fleet = Fleet.of(2).hook("drain").scaleTo(1);
        String leaving = fleet.idsIn("Terminating:Wait").get(0);

        fleet.scaleTo(2).pass(Duration.ofMinutes(2));

        assertThat(fleet.idsIn("Terminating:Wait")).containsExactly(leaving);
        assertThat(fleet.idsIn("InService")).hasSize(2).doesNotContain(leaving);
    }

    @Test
    void aProtectedInstanceStaysUntilItIsProtectedNoMore() {
        Fleet fleet = Fleet.of(1);
        String id = fleet.idsIn("InService").get(0);
        SetInstanceProtectionRequest.Builder protection = SetInstanceProtectionRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceIds(id);
        fleet.calls.send(protection.protectedFromScaleIn(true).build());

        fleet.scaleTo(0).pass(Duration.ofMinutes(1));
        List<String> kept = fleet.idsIn("InService");
        fleet.calls.send(protection.protectedFromScaleIn(false).build());
        fleet.pass(Duration.ofMinutes(1));

        assertThat(kept).containsExactly(id);
        assertThat(fleet.instances()).isEmpty();
    }
}
