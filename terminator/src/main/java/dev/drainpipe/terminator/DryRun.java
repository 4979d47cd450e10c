package dev.drainpipe.terminator;

import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.GroupTerminations;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.TaskStops;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Stands in for everything that changes something, and only says what would have been called. */
final class DryRun implements LifecycleActions, GroupTerminations, TaskStops {
    private final Journal journal;

    DryRun(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Answer complete(LifecycleAction action, Result result) {
        journal.wouldCall("autoscaling:CompleteLifecycleAction", "with " + result + " for " + action);
        return Answer.NOT_SENT;
    }

    @Override
    public Answer heartbeat(LifecycleAction action) {
        journal.wouldCall("autoscaling:RecordLifecycleActionHeartbeat", "for " + action);
        return Answer.NOT_SENT;
    }

    @Override
    public Answer terminate(String instanceId) {
        journal.wouldCall("autoscaling:TerminateInstanceInAutoScalingGroup", "for " + instanceId);
        return Answer.NOT_SENT;
    }

    @Override
    public void stop(String cluster, String taskId, String reason) {
        journal.wouldCall("ecs:StopTask", "for " + taskId + " of " + cluster);
    }

    /** A queue from which messages are taken, and never deleted. */
    Inbox inbox(Inbox real) {
        return new Inbox() {
            @Override
            public List<Delivery> receive(Duration hidden) {
                return real.receive(hidden);
            }

            @Override
            public List<Delivery> delete(Collection<Delivery> done) {
                done.forEach(message -> journal.wouldCall("sqs:DeleteMessage", "for " + message.messageId()));
                return List.of();
            }
        };
    }

    /** A queue that seems to take every message. */
    Outbox outbox(String name) {
        return messages -> {
            messages.forEach(message -> journal.wouldCall("sqs:SendMessage", "to " + name + " for " + message.id()));
            return Map.of();
        };
    }
}
