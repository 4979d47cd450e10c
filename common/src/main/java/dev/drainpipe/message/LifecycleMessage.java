package dev.drainpipe.message;

import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What arrived on the lifecycle queue, whichever way it came: one type per kind. */
public sealed interface LifecycleMessage {
    /**
     * An instance waits to be terminated: the one kind that starts a drain.
     *
     * @param action the wait
     * @param time when Auto Scaling said it happened, if it said so
     * @param metadata the hook's {@code NotificationMetadata}; empty if it has none
     */
    record Termination(LifecycleAction action, @Nullable Instant time, String metadata) implements LifecycleMessage {
        /** When the drain was first asked for, if the message was put on the queue at this time. */
        public Instant firstSeen(Instant sentAt) {
            return Moments.firstSeen(Optional.ofNullable(time), sentAt);
        }
    }

    /**
     * An instance waits to enter its group; our business only if its hook's metadata says so.
     *
     * @param action the wait
     * @param time when Auto Scaling said it happened, if it said so
     * @param metadata the hook's {@code NotificationMetadata}; empty if it has none
     */
    record Launch(LifecycleAction action, @Nullable Instant time, String metadata) implements LifecycleMessage {
        /** When it was first asked for, if the message was put on the queue at this time. */
        public Instant firstSeen(Instant sentAt) {
            return Moments.firstSeen(Optional.ofNullable(time), sentAt);
        }
    }

    /**
     * EC2 or AWS Health says that instances will leave, or are leaving; no hook waits for them, as far as this says.
     *
     * @param reason why
     * @param instanceIds the EC2 instances' ids, each once
     * @param time when it was said, if it says so
     * @param deadline when they will be gone whatever we do, if it says so
     */
    record Announcement(
            Reason reason,
            List<String> instanceIds,
            @Nullable Instant time,
            @Nullable Instant deadline) implements LifecycleMessage {
        public Announcement {
            instanceIds = instanceIds.stream().distinct().toList();
        }

        /** Why and since when, if the message was put on the queue at this time. */
        public Occasion occasion(Instant sentAt) {
            return new Occasion(reason, Moments.firstSeen(Optional.ofNullable(time), sentAt), deadline);
        }
    }

    /** An instance goes back to a warm pool; it says TERMINATING but is none. */
    record WarmPoolMove(LifecycleAction action) implements LifecycleMessage {}

    /** Auto Scaling tried out whether it can reach the queue, as it does when a hook is made. */
    record TestNotification(String group) implements LifecycleMessage {}

    /** Understood, and not our business. */
    record Uninteresting(String reason) implements LifecycleMessage {}

    /** Not understood; to be kept as evidence with the reason. */
    record Malformed(String reason) implements LifecycleMessage {}
}
