package dev.drainpipe.simulator.autoscaling;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An Auto Scaling group to be made without API calls.
 *
 * @param size minimum, maximum and desired number of instances
 * @param zones over which its instances are spread; at least one
 * @param launch what its instances are
 * @param loadBalancerNames Classic load balancers attached to the group itself
 * @param targetGroupArns target groups attached to the group itself; not those that ECS looks after
 * @param reuseOnScaleIn whether a scale-in returns instances to a running warm pool instead of ending them
 */
public record GroupSpec(
        String name,
        Size size,
        List<String> zones,
        Launch launch,
        List<String> loadBalancerNames,
        List<String> targetGroupArns,
        boolean reuseOnScaleIn) {
    public GroupSpec {
        zones = List.copyOf(zones);
        loadBalancerNames = List.copyOf(loadBalancerNames);
        targetGroupArns = List.copyOf(targetGroupArns);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("A group needs at least one zone.");
        }
    }

    /** How many instances; the desired number lies between the other two. */
    public record Size(int min, int max, int desired) {
        public Size {
            if (min < 0 || desired < min || max < desired) {
                throw new IllegalArgumentException(
                        "Sizes must be 0 <= min <= desired <= max, not " + min + ", " + desired + ", " + max + ".");
            }
        }
    }

    /**
     * What an instance of the group is.
     *
     * @param cluster the ECS cluster its agent registers with, if any
     * @param taskSlots how many tasks of one slot it has room for
     * @param boot how long it takes to run; empty for the service's usual time
     */
    public record Launch(Optional<String> cluster, int taskSlots, Optional<Duration> boot) {}

    /** A group of this many instances in two zones, from none to any number, without a cluster or load balancers. */
    public static GroupSpec of(String name, int desired) {
        return new GroupSpec(
                name,
                new Size(0, 10_000, desired),
                List.of("a", "b"),
                new Launch(Optional.empty(), 1, Optional.empty()),
                List.of(),
                List.of(),
                false);
    }

    /** The same with other bounds. */
    public GroupSpec between(int min, int max) {
        Size bounds = new Size(min, max, size.desired());
        return new GroupSpec(name, bounds, zones, launch, loadBalancerNames, targetGroupArns, reuseOnScaleIn);
    }

    /** The same in these zones; a zone of one letter stands for that zone of the account's Region. */
    public GroupSpec zones(String... names) {
        return new GroupSpec(name, size, List.of(names), launch, loadBalancerNames, targetGroupArns, reuseOnScaleIn);
    }

    /** The same with instances that join this ECS cluster with room for so many tasks. */
    public GroupSpec cluster(String cluster, int taskSlots) {
        Launch joined = new Launch(Optional.of(cluster), taskSlots, launch.boot());
        return new GroupSpec(name, size, zones, joined, loadBalancerNames, targetGroupArns, reuseOnScaleIn);
    }

    /** The same with another boot time. */
    public GroupSpec boot(Duration time) {
        Launch booting = new Launch(launch.cluster(), launch.taskSlots(), Optional.of(time));
        return new GroupSpec(name, size, zones, booting, loadBalancerNames, targetGroupArns, reuseOnScaleIn);
    }

    /** The same with these Classic load balancers attached. */
    public GroupSpec loadBalancers(String... names) {
        return new GroupSpec(name, size, zones, launch, List.of(names), targetGroupArns, reuseOnScaleIn);
    }

    /** The same with these target groups attached. */
    public GroupSpec targetGroups(String... arns) {
        return new GroupSpec(name, size, zones, launch, loadBalancerNames, List.of(arns), reuseOnScaleIn);
    }

    /** The same with a running warm pool that takes instances back on scale-in. */
    public GroupSpec reusing() {
        return new GroupSpec(name, size, zones, launch, loadBalancerNames, targetGroupArns, true);
    }
}
