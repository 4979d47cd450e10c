package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Ec2Instance;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AttachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.AttachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.autoscaling.model.DetachInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DetachLoadBalancersRequest;
import software.amazon.awssdk.services.autoscaling.model.EnterStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.ExitStandbyRequest;
import software.amazon.awssdk.services.autoscaling.model.SetInstanceHealthRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class MembershipTest {
    private static EnterStandbyRequest standby(String id, boolean decrement) {
        return EnterStandbyRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceIds(id)
                .shouldDecrementDesiredCapacity(decrement)
                .build();
    }

    @Test
    void anInstanceInStandbyLeavesItsLoadBalancersAndComesBack() {
        Fleet fleet = new Fleet();
        FakeLoadBalancers.Fake web = fleet.loadBalancers.add("web");
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1).loadBalancers("web"));
        fleet.pass(Duration.ofMinutes(2)).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        fleet.calls.send(standby(id, true));
        boolean inWhileStandby = web.in.contains(id);
        fleet.pass(Duration.ofMinutes(5));
        int launched = fleet.instances().size();
        fleet.calls.send(ExitStandbyRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceIds(id)
                .build());

        assertThat(inWhileStandby).isFalse();
        assertThat(launched).isEqualTo(1);
        assertThat(web.in).containsExactly(id);
        assertThat(fleet.statesOf(id)).endsWith("InService", "EnteringStandby", "Standby", "Pending", "InService");
        assertThat(fleet.lifecycleMessages()).isEmpty();
    }

    @Test
    void anInstanceInStandbyIsReplacedIfTheGroupDoesNotShrink() {
        Fleet fleet = Fleet.of(1);

        fleet.calls.send(standby(fleet.idsIn("InService").get(0), false));
        fleet.pass(Duration.ofMinutes(2));

        assertThat(fleet.idsIn("InService")).hasSize(1);
        assertThat(fleet.idsIn("Standby")).hasSize(1);
    }

    @Test
    void aGroupAtItsMinimumCannotShrink() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 1).between(1, 2));

        assertThat(fleet.calls
                        .refused(standby(fleet.idsIn("InService").get(0), true))
                        .text())
                .contains("min-size=1");
    }

    @Test
    void aDetachedInstanceRunsOnWithoutItsGroupAndItsHook() {
        Fleet fleet = Fleet.of(1).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        fleet.calls.send(DetachInstancesRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceIds(id)
                .shouldDecrementDesiredCapacity(true)
                .build());
        fleet.pass(Duration.ofMinutes(5));

        assertThat(fleet.instances()).isEmpty();
        assertThat(fleet.world.ec2().find(id)).isPresent();
        assertThat(fleet.lifecycleMessages()).isEmpty();
    }

    @Test
    void aRunningInstanceCanBeAttached() {
        Fleet fleet = Fleet.of(0);
        Ec2Instance own =
                new Ec2Instance("i-0123456789abcdef0", "eu-central-1a", Optional.empty(), 1, fleet.world.now());
        fleet.world.ec2().run(own);

        fleet.calls.send(AttachInstancesRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceIds(own.id())
                .build());
        fleet.pass(Duration.ofMinutes(5));

        assertThat(fleet.idsIn("InService")).containsExactly(own.id());
    }

    @Test
    void anUnhealthyInstanceIsReplaced() {
        Fleet fleet = Fleet.of(1);
        String id = fleet.idsIn("InService").get(0);

        fleet.calls.send(SetInstanceHealthRequest.builder()
                .instanceId(id)
                .healthStatus("Unhealthy")
                .build());
        String shown = fleet.instances().get(0).healthStatus();
        fleet.pass(Duration.ofMinutes(4));

        assertThat(shown).isEqualTo("Unhealthy");
        assertThat(fleet.idsIn("InService")).hasSize(1).doesNotContain(id);
        assertThat(fleet.world.ec2().find(id)).isEmpty();
    }

    @Test
    void loadBalancersCountForHealthOnlyWhereTheGroupSaysSo() {
        assertThat(staysWithSickLoadBalancer("EC2")).isTrue();
        assertThat(staysWithSickLoadBalancer("ELB")).isFalse();
    }

    private static boolean staysWithSickLoadBalancer(String healthCheckType) {
        Fleet fleet = new Fleet();
        FakeLoadBalancers.Fake web = fleet.loadBalancers.add("web");
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1).loadBalancers("web"));
        fleet.calls.send(UpdateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .healthCheckType(healthCheckType)
                .build());
        fleet.pass(Duration.ofMinutes(2));
        String id = fleet.idsIn("InService").get(0);
        web.healthy = false;
        fleet.pass(Duration.ofMinutes(5));
        return fleet.idsIn("InService").contains(id);
    }

    @Test
    void attachingALoadBalancerPutsTheInstancesInAndDetachingTakesThemOut() {
        Fleet fleet = Fleet.of(2);
        FakeLoadBalancers.Fake web = fleet.loadBalancers.add("web");

        fleet.calls.send(AttachLoadBalancersRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .loadBalancerNames("web")
                .build());
        int in = web.in.size();
        int shown = fleet.calls
                .ask(
                        DescribeLoadBalancersRequest.builder()
                                .autoScalingGroupName(Fleet.NAME)
                                .build(),
                        DescribeLoadBalancersResponse.class)
                .loadBalancers()
                .size();
        fleet.calls.send(DetachLoadBalancersRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .loadBalancerNames("web")
                .build());

        assertThat(in).isEqualTo(2);
        assertThat(shown).isEqualTo(1);
        assertThat(web.in).isEmpty();
    }

    @Test
    void aLoadBalancerThatIsNotThereCannotBeAttached() {
        assertThat(Fleet.of(0)
                        .calls
                        .refused(AttachLoadBalancersRequest.builder()
                                .autoScalingGroupName(Fleet.NAME)
                                .loadBalancerNames("web")
                                .build())
                        .code())
                .isEqualTo("ValidationError");
    }
}
