package dev.drainpipe.terminator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers when something last happened to each of many things.
 *
 * @param <K> the things
 */
final class Recent<K> {
    private final Memory<K, Instant> last = new Memory<>();

    /** When it last happened; none if that is not known. */
    Optional<Instant> last(K thing) {
        return last.get(thing);
    }

    /** Whether it is known to have happened less than this long ago. */
    boolean within(Duration time, K thing, Instant now) {
        return last(thing).filter(at -> now.isBefore(at.plus(time))).isPresent();
    }

    /** It happens now. */
    void note(K thing, Instant now) {
        last.put(thing, now);
    }

    void forget(K thing) {
        last.forget(thing);
    }
}
