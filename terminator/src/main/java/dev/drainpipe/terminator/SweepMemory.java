package dev.drainpipe.terminator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What sweeps remember of each other, for as long as this process lives; without a memory they are late, never wrong. */
final class SweepMemory {
    /** A message that was lost has waited already; minutes more do not matter, calls every minute do. */
    static final Duration EVERY = Duration.ofMinutes(5);

    /** While messages come in, hardly any is lost; but this is soon enough for a hook of half an hour. */
    static final Duration EVERY_WHILE_BUSY = Duration.ofMinutes(10);

    /** Longer than any message is on its way, or hidden by a tick that died. */
    static final Duration APART = Duration.ofMinutes(4);

    /** By then a message that is somewhere has come to every process; and a hook of half an hour still waits. */
    static final Duration SURELY = Duration.ofMinutes(15);

    /** Longer than the front door needs, even when it fails at first. */
    static final Duration NOT_AGAIN = Duration.ofMinutes(15);

    private final Ended ended;
    private final Map<String, Instant> missingSince = new HashMap<>();
    private final Recent<String> takenIn = new Recent<>();
    private @Nullable Instant last;

    SweepMemory(Ended ended) {
        this.ended = ended;
    }

    /**
     * Whether it is time for a sweep.
     *
     * @param busy whether messages ask for instances just now
     */
    synchronized boolean due(boolean busy, Instant now) {
        return last == null || !now.isBefore(last.plus(busy && missingSince.isEmpty() ? EVERY_WHILE_BUSY : EVERY));
    }

    /**
     * Notes a sweep that found these missing.
     *
     * @return those that were missing long enough before, and whose wait did not end before our eyes
     */
    synchronized Set<String> missingAgain(Set<String> missing, Instant now) {
        last = now;
        missingSince.keySet().retainAll(missing);
        missing.forEach(id -> missingSince.putIfAbsent(id, now));
        return missing.stream()
                .filter(id -> !now.isBefore(missingSince.getOrDefault(id, now).plus(APART)))
                .filter(id -> !ended.of(id) && !takenIn.within(NOT_AGAIN, id, now))
                .collect(Collectors.toSet());
    }

    /** Those that are missing for so long that no process can have their messages. */
    synchronized Set<String> longMissing(Set<String> missing, Instant now) {
        return missing.stream()
                .filter(id -> !now.isBefore(missingSince.getOrDefault(id, now).plus(SURELY)))
                .collect(Collectors.toSet());
    }

    synchronized void takenIn(String id, Instant now) {
        takenIn.note(id, now);
    }
}
