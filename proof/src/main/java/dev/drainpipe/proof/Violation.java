package dev.drainpipe.proof;

import java.time.Duration;

/**
 * An invariant that did not hold.
 *
 * @param invariant its name
 * @param sentence what should have held
 * @param at when, from the beginning of the run
 * @param step the how-manieth event of the run it was
 * @param seen what was seen
 */
public record Violation(String invariant, String sentence, Duration at, long step, String seen) {
    @Override
    public String toString() {
        return "%s at %d.%03d s (step %d): %s Seen: %s"
                .formatted(invariant, at.toSeconds(), at.toMillisPart(), step, sentence, seen);
    }
}
