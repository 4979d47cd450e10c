package dev.drainpipe.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.AutoScaling;
import dev.drainpipe.simulator.autoscaling.AutoScalingTimings;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.elb.ClassicElb;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.ElbV2;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DrainUnderTrafficTest {
    private final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    private final RequestsInFlight inFlight = new RequestsInFlight(world);
    private final ClassicElb classic = new ClassicElb(world, inFlight);
    private final ElbV2 elb = new ElbV2(world, inFlight);
    private final AutoScaling autoScaling = new AutoScaling(
            world,
            name -> classic.byName(name).or(() -> elb.byName(name)).orElseThrow(),
            (target, body) -> {},
            AutoScalingTimings.defaults());

    DrainUnderTrafficTest() {
        classic.backends((id, port) -> world.ec2().find(id).isPresent());
        elb.backends((id, port) -> world.ec2().find(id).isPresent());
    }

    private Traffic scaleInUnderTraffic(GroupSpec group, LoadBalancer loadBalancer, TrafficSpec spec) {
        autoScaling.create(group);
        world.run(Duration.ofMinutes(3));
        Traffic traffic = new Traffic(world, inFlight, loadBalancer, spec);
        traffic.start();
        world.run(Duration.ofMinutes(1));
        autoScaling.setDesiredCapacity(group.name(), 1);
        world.run(Duration.ofMinutes(10));
        return traffic;
    }

    @Test
    void anAttachedClassicLoadBalancerLosesNothingOnScaleIn() {
        classic.create(ClassicSpec.of("web", 80));

        Traffic traffic = scaleInUnderTraffic(
                GroupSpec.of("workers", 4).loadBalancers("web"),
                classic.loadBalancer("web").orElseThrow(),
                TrafficSpec.perSecond(100));

        assertThat(world.ec2().running()).hasSize(1);
        assertThat(traffic.counts().served()).isGreaterThan(60_000);
        assertThat(traffic.dropReasons()).isEmpty();
    }

    @Test
    void anAttachedTargetGroupLosesNothingOnScaleIn() {
        String arn = elb.create(TargetGroupSpec.of("web", 80));

        Traffic traffic = scaleInUnderTraffic(
                GroupSpec.of("workers", 4).targetGroups(arn),
                elb.loadBalancer(arn).orElseThrow(),
                TrafficSpec.perSecond(100));

        assertThat(world.ec2().running()).hasSize(1);
        assertThat(traffic.dropReasons()).isEmpty();
    }

    @Test
    void requestsLongerThanTheDrainingAreLost() {
        classic.create(ClassicSpec.of("web", 80).draining(Duration.ofSeconds(10)));

        Traffic traffic = scaleInUnderTraffic(
                GroupSpec.of("workers", 4).loadBalancers("web"),
                classic.loadBalancer("web").orElseThrow(),
                TrafficSpec.perSecond(10).lasting(Duration.ofSeconds(30), Duration.ofMinutes(2)));

        assertThat(traffic.dropReasons()).containsOnlyKeys("the load balancer cut the connection when draining ended");
    }

    @Test
    void aLoadBalancerThatIsNotAttachedLosesRequestsOnScaleIn() {
        classic.create(ClassicSpec.of("web", 80));
        autoScaling.create(GroupSpec.of("workers", 4));
        world.run(Duration.ofMinutes(2));
        world.ec2().running().forEach(i -> classic.byName("web").orElseThrow().register(i.id(), 80));
        world.run(Duration.ofMinutes(1));
        Traffic traffic =
                new Traffic(world, inFlight, classic.loadBalancer("web").orElseThrow(), TrafficSpec.perSecond(100));
        traffic.start();
        world.run(Duration.ofMinutes(1));

        autoScaling.setDesiredCapacity("workers", 1);
        world.run(Duration.ofMinutes(10));

        assertThat(traffic.dropReasons()).containsOnlyKeys("the instance ended while it was answering");
    }
}
