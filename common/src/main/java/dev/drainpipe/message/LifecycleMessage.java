package dev.drainpipe.message;

import dev.drainpipe.fleet.LifecycleAction;
import java.time.Instant;
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

    /** An instance waits to enter its group; not our business. */
    record Launch(LifecycleAction action) implements LifecycleMessage {}

    /** An instance goes back to a warm pool; it says TERMINATING but is none. */
    record WarmPoolMove(LifecycleAction action) implements LifecycleMessage {}

    /** Auto Scaling tried out whether it can reach the queue, as it does when a hook is made. */
    record TestNotification(String group) implements LifecycleMessage {}

    /** Understood, and not our business. */
    record Uninteresting(String reason) implements LifecycleMessage {}

    /** Not understood; to be kept as evidence with the reason. */
    record Malformed(String reason) implements LifecycleMessage {}
}
