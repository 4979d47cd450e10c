package dev.drainpipe.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service's task is protected from being stopped by ECS (Amazon ECS Developer Guide, "Protect your Amazon ECS
 * tasks from being terminated by scale-in events").
 *
 * @param known whether it was looked at, and ECS answered
 * @param until when the protection ends; none if there is none
 */
public record Protection(boolean known, @Nullable Instant until) {
    /** ECS said that there is none, or that there can be none. */
    public static final Protection NONE = new Protection(true, null);

    /** Nobody asked, or ECS did not answer. */
    public static final Protection UNKNOWN = new Protection(false, null);

    /** A protection that lasts until this time. */
    public static Protection until(Instant end) {
        return new Protection(true, end);
    }

    /** Whether the task is known to be protected. */
    public boolean active() {
        return until != null;
    }
}
