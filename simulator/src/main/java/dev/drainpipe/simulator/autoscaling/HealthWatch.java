package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Notices instances that are not well: ended by another hand, said to be unhealthy, or failing the load balancers'
 * checks where the group's health check type names them.
 *
 * <p>Facts from the EC2 Auto Scaling User Guide, "Health checks for instances in an Auto Scaling group".
 */
final class HealthWatch {
    private final Outside outside;
    private final Attachments attachments;
    private final BiConsumer<Member, String> replace;

    /**
     * The watch over all groups.
     *
     * @param replace given the instance and why
     */
    HealthWatch(Outside outside, Attachments attachments, BiConsumer<Member, String> replace) {
        this.outside = outside;
        this.attachments = attachments;
        this.replace = replace;
    }

    /** Listens for instances that end without the group's doing. */
    void listen(Function<String, Optional<Member>> members) {
        outside.world().ec2().observe(new Ec2.Observer() {
            @Override
            public void terminated(Ec2Instance instance) {
                members.apply(instance.id()).ifPresent(HealthWatch.this::gone);
            }
        });
    }

    /** Looks after an instance that has come into service. */
    void watch(Member member) {
        Integer grace = member.group().settings().healthCheckGracePeriod();
        outside.after(Duration.ofSeconds(grace == null ? 0 : grace), () -> ask(member));
    }

    /** Somebody says that the instance is unhealthy; it is replaced at the next health check. */
    void unhealthy(Member member, String cause) {
        member.healthy(false);
        outside.after(outside.timings().healthCheck(), () -> {
            if (!member.healthy() && stays(member)) {
                replace.accept(member, cause);
            }
        });
    }

    /** A leaving one goes on to wait for its hooks, but is shown as unhealthy from now on. */
    private void gone(Member member) {
        if (member.state() == MemberState.TERMINATING_RETAINED || member.state().warm()) {
            member.held().ifPresent(HookWait::cancel);
            outside.enter(member, MemberState.TERMINATED);
            member.group().remove(member);
        } else {
            unhealthy(member, "in response to an EC2 health check indicating it has been terminated or stopped");
        }
    }

    private void ask(Member member) {
        if (!member.group().has(member, MemberState.IN_SERVICE)) {
            return;
        }
        if (member.group().asksLoadBalancers() && member.healthy() && attachments.unhealthy(member)) {
            unhealthy(member, "in response to an ELB system health check failure");
        }
        outside.after(outside.timings().healthCheck(), () -> ask(member));
    }

    private static boolean stays(Member member) {
        return member.group().member(member.id()).filter(m -> m == member).isPresent()
                && !member.state().leaving();
    }
}
