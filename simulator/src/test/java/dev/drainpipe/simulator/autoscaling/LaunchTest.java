package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.world.Ec2Instance;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.Instance;

class LaunchTest {
    @Test
    void aGroupLaunchesWhatItShouldHave() {
        Fleet fleet = Fleet.of(3);

        assertThat(fleet.idsIn("InService")).hasSize(3).allMatch(id -> id.matches("i-[0-9a-f]{17}"));
        assertThat(fleet.world.ec2().running()).hasSize(3);
        assertThat(fleet.statesOf(fleet.idsIn("InService").get(0))).containsExactly("Pending", "InService");
    }

    @Test
    void anInstanceRunsOnlyAfterItsBoot() {
        Fleet fleet = new Fleet();
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1).boot(Duration.ofSeconds(30)));

        fleet.pass(Duration.ofSeconds(31));
        boolean early = fleet.world.ec2().running().isEmpty();
        fleet.pass(Duration.ofSeconds(1));

        assertThat(early).isTrue();
        assertThat(fleet.idsIn("InService")).hasSize(1);
    }

    @Test
    void instancesAreSpreadOverTheZones() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 5).zones("a", "b", "c"));

        Map<String, Long> zones = fleet.instances().stream()
                .collect(Collectors.groupingBy(Instance::availabilityZone, Collectors.counting()));

        assertThat(zones)
                .containsOnlyKeys("eu-central-1a", "eu-central-1b", "eu-central-1c")
                .allSatisfy((zone, count) -> assertThat(count).isBetween(1L, 2L));
    }

    @Test
    void anInstanceJoinsTheClusterOfItsGroup() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 1).cluster("shop", 4));

        Ec2Instance instance = fleet.world.ec2().running().get(0);

        assertThat(instance.cluster()).isEqualTo(Optional.of("shop"));
        assertThat(instance.taskSlots()).isEqualTo(4);
    }

    @Test
    void anInstanceInServiceIsInTheAttachedLoadBalancers() {
        Fleet fleet = new Fleet();
        FakeLoadBalancers.Fake web = fleet.loadBalancers.add("web");
        FakeLoadBalancers.Fake arn = fleet.loadBalancers.add("arn:web");
        fleet.autoScaling.create(
                GroupSpec.of(Fleet.NAME, 2).loadBalancers("web").targetGroups("arn:web"));

        fleet.pass(Duration.ofMinutes(2));

        assertThat(web.in).containsExactlyElementsOf(fleet.idsIn("InService"));
        assertThat(arn.in).isEqualTo(web.in);
    }

    @Test
    void aLaunchHookHoldsARunningInstance() {
        Fleet fleet = Fleet.of(0).launchHook("setup");

        fleet.scaleTo(1).pass(Duration.ofMinutes(2));

        assertThat(fleet.idsIn("Pending:Wait")).hasSize(1);
        assertThat(fleet.world.ec2().running()).hasSize(1);
        assertThat(fleet.lifecycleMessages())
                .singleElement()
                .satisfies(m -> assertThat(m)
                        .containsEntry("LifecycleTransition", "autoscaling:EC2_INSTANCE_LAUNCHING")
                        .containsEntry("Origin", "EC2")
                        .containsEntry("Destination", "AutoScalingGroup"));
    }

    @Test
    void aContinuedLaunchComesIntoService() {
        Fleet fleet = Fleet.of(0).launchHook("setup").scaleTo(1).pass(Duration.ofMinutes(2));
        String id = fleet.idsIn("Pending:Wait").get(0);

        fleet.complete("setup", fleet.token("setup"), "CONTINUE");

        assertThat(fleet.statesOf(id)).containsExactly("Pending", "Pending:Wait", "Pending:Proceed", "InService");
    }

    @Test
    void anAbandonedLaunchIsReplaced() {
        Fleet fleet = Fleet.of(0).launchHook("setup").scaleTo(1).pass(Duration.ofMinutes(2));
        String id = fleet.idsIn("Pending:Wait").get(0);

        fleet.complete("setup", fleet.token("setup"), "ABANDON");
        fleet.pass(Duration.ofMinutes(2));

        assertThat(fleet.statesOf(id)).endsWith("Terminating", "Terminating:Proceed", "Terminated");
        assertThat(fleet.idsIn("Pending:Wait")).hasSize(1).doesNotContain(id);
        assertThat(fleet.world.ec2().find(id)).isEmpty();
    }

    @Test
    void theSameSeedLaunchesTheSameInstances() {
        assertThat(Fleet.of(3).instances()).isEqualTo(Fleet.of(3).instances());
    }
}
