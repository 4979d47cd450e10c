package dev.drainpipe.deregister;

import dev.drainpipe.deregister.Execution.Hands;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.Outbox;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Hands and queues that change nothing, and say of each call that they would have made it. */
final class DryRun {
    private final Journal journal;

    DryRun(Journal journal) {
        this.journal = journal;
    }

    /** Takes nothing out of load balancers and sets nothing to DRAINING. */
    Hands hands() {
        return new Hands(
                (loadBalancer, ids) -> journal.wouldCall(
                        "elasticloadbalancing:DeregisterInstancesFromLoadBalancer",
                        "on " + loadBalancer + " for " + String.join(", ", ids)),
                (targetGroup, targets) -> journal.wouldCall(
                        "elasticloadbalancing:DeregisterTargets", "on " + targetGroup + " for " + names(targets)),
                (cluster, arns) -> {
                    journal.wouldCall(
                            "ecs:UpdateContainerInstancesState",
                            "on " + cluster + " with DRAINING for " + String.join(", ", arns));
                    return Map.of();
                });
    }

    /** Sends nothing to a queue; bodies are not shown, since they have tokens in them. */
    Outbox outbox(String queue) {
        return messages -> {
            journal.wouldCall("sqs:SendMessage", "on " + queue + ", " + counted(messages.size()));
            return Map.of();
        };
    }

    /** Receives, and deletes nothing. */
    Inbox inbox(Inbox real, String queue) {
        return new Inbox() {
            @Override
            public List<Delivery> receive(Duration hidden) {
                return real.receive(hidden);
            }

            @Override
            public List<Delivery> delete(Collection<Delivery> done) {
                journal.wouldCall("sqs:DeleteMessage", "on " + queue + ", " + counted(done.size()));
                return List.of();
            }
        };
    }

    private static String counted(int messages) {
        return messages == 1 ? "1 message" : messages + " messages";
    }

    private static String names(Collection<Target> targets) {
        return String.join(
                ", ",
                targets.stream()
                        .map(target -> target.instanceId() + " with port " + target.port())
                        .toList());
    }
}
