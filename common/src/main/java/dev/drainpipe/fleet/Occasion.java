package dev.drainpipe.fleet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an instance is to leave, and since when.
 *
 * @param reason why
 * @param firstSeen when it was first asked for, by the event's own time; deadlines count from here
 * @param deadline when it will be gone whatever we do, if the event said so
 */
public record Occasion(
        Reason reason, Instant firstSeen, @Nullable Instant deadline) {
    /** The ordinary one: a termination hook. */
    public static Occasion hook(Instant firstSeen) {
        return new Occasion(Reason.HOOK, firstSeen, null);
    }

    /** What two messages say together of one occasion: the earlier times. */
    public Occasion with(Occasion other) {
        Instant first = firstSeen.isBefore(other.firstSeen) ? firstSeen : other.firstSeen;
        return new Occasion(reason, first, deadline).until(other.deadline);
    }

    /** The same, over by a deadline at the latest, if there is one. */
    public Occasion until(@Nullable Instant end) {
        boolean sooner = end != null && (deadline == null || end.isBefore(deadline));
        return new Occasion(reason, firstSeen, sooner ? end : deadline);
    }
}
