package dev.drainpipe.terminator;

import dev.drainpipe.document.Secrets;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.message.TerminationNotice;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lifecycle queue, where an instance is announced anew, as if Auto Scaling did it; deregister does the rest. */
final class FrontDoor {
    private final @Nullable Outbox queue;
    private final boolean dryRun;
    private final Attempts attempts;

    /** What came of an announcement. */
    enum Answer {
        /** The queue took it. */
        TAKEN,
        /** The queue did not take it, or there is none. */
        REFUSED,
        /** Dry run: it was only said. */
        SAID
    }

    /**
     * A front door.
     *
     * @param queue the lifecycle queue; none if an operator named none
     * @param dryRun whether that queue only says what it would take
     */
    FrontDoor(@Nullable Outbox queue, boolean dryRun, Attempts attempts) {
        this.queue = queue;
        this.dryRun = dryRun;
        this.attempts = attempts;
    }

    /** Whether there is one. */
    boolean exists() {
        return queue != null;
    }

    /** Announces an instance that waits on a hook. */
    Answer announce(Hook hook, String instanceId, @Nullable Instant since) {
        Outbox outbox = queue;
        if (outbox == null) {
            return Answer.REFUSED;
        }
        Outgoing notice = new Outgoing(instanceId, TerminationNotice.write(hook, instanceId, since), Map.of());
        Map<String, String> refused =
                attempts.ask(() -> outbox.send(List.of(notice))).orElse(Map.of(instanceId, "not answered"));
        refused.forEach((id, why) -> attempts.journal()
                .warn(
                        "The lifecycle queue did not take the announcement of " + id + ": " + Secrets.masked(why),
                        Map.of("instance", id)));
        if (!refused.isEmpty()) {
            return Answer.REFUSED;
        }
        return dryRun ? Answer.SAID : Answer.TAKEN;
    }
}
