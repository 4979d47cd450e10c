package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.autoscaling.model.ScalingActivityStatusCode;

/**
 * The load balancers and target groups attached to groups, and their instances in them.
 *
 * <p>A load balancer that was deleted meanwhile holds nobody. Instances are registered in target groups with the
 * group's own port.
 *
 * <p>Facts from the EC2 Auto Scaling User Guide, "Use Elastic Load Balancing with your Auto Scaling group".
 */
final class Attachments {
    // A registrar of a target group takes it for the group's own port; a Classic load balancer knows no ports.
    private static final int USUAL_PORT = 0;

    private final Function<String, Registrar> loadBalancers;

    /**
     * The attachments of all groups.
     *
     * @param loadBalancers by name or ARN; throws {@link AwsError} for one that does not exist
     */
    Attachments(Function<String, Registrar> loadBalancers) {
        this.loadBalancers = loadBalancers;
    }

    /** Throws AWS's error if there is no such load balancer or target group. */
    void checkExists(String nameOrArn) {
        if (find(nameOrArn).isEmpty()) {
            throw Validation.error(
                    "Provided Load Balancers may not be valid. Please ensure they exist and try again: " + nameOrArn);
        }
    }

    /** Puts the instance into all that are attached to its group. */
    void register(Member member) {
        all(member.group()).forEach(r -> r.register(member.id(), USUAL_PORT));
    }

    /** Begins to take the instance out of all that are attached to its group. */
    void deregister(Member member) {
        all(member.group()).forEach(r -> r.deregister(member.id(), USUAL_PORT));
    }

    /** Puts all instances in service into one that was just attached. */
    void attached(Group group, String nameOrArn) {
        find(nameOrArn).ifPresent(r -> inService(group).forEach(m -> r.register(m.id(), USUAL_PORT)));
    }

    /** Takes all instances in service out of one that was just detached. */
    void detached(Group group, String nameOrArn) {
        find(nameOrArn).ifPresent(r -> inService(group).forEach(m -> r.deregister(m.id(), USUAL_PORT)));
    }

    /** What the group's activity waits for while the instance is let go; empty once it is out of all of them. */
    Optional<ScalingActivityStatusCode> waitingFor(Member member) {
        if (!out(member, member.group().settings().loadBalancerNames())) {
            return Optional.of(ScalingActivityStatusCode.WAITING_FOR_ELB_CONNECTION_DRAINING);
        }
        if (!out(member, member.group().settings().targetGroupARNs())) {
            return Optional.of(ScalingActivityStatusCode.WAITING_FOR_CONNECTION_DRAINING);
        }
        return Optional.empty();
    }

    /** Whether one of them finds the instance unhealthy. */
    boolean unhealthy(Member member) {
        return all(member.group())
                .anyMatch(r -> r.registered(member.id(), USUAL_PORT) && !r.healthy(member.id(), USUAL_PORT));
    }

    private boolean out(Member member, List<String> names) {
        return names.stream().flatMap(n -> find(n).stream()).allMatch(r -> r.out(member.id(), USUAL_PORT));
    }

    private Stream<Registrar> all(Group group) {
        return Stream.concat(group.settings().loadBalancerNames().stream(), group.settings().targetGroupARNs().stream())
                .flatMap(name -> find(name).stream());
    }

    private Optional<Registrar> find(String nameOrArn) {
        try {
            return Optional.of(loadBalancers.apply(nameOrArn));
        } catch (AwsError notThere) {
            return Optional.empty();
        }
    }

    private static List<Member> inService(Group group) {
        return group.members(s -> s == MemberState.IN_SERVICE);
    }
}
