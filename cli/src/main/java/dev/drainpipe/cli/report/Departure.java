package dev.drainpipe.cli.report;

import java.time.Instant;
import java.util.List;

/**
 * How an instance was let go, and what was left on it at that moment.
 *
 * @param at when
 * @param by who let it go
 * @param leftovers tasks not STOPPED and load balancers not yet out, in plain words; empty if it went safely
 */
public record Departure(Instant at, By by, List<String> leftovers) {
    /** Who ended the wait. */
    public enum By {
        DRAINPIPE("let go"),
        TIME_OUT("let go by Auto Scaling's time-out"),
        NO_HOOK("terminated without a hook");

        private final String words;

        By(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Departure {
        leftovers = List.copyOf(leftovers);
    }

    /** Whether no task was left and no load balancer still held or drained it. */
    public boolean safe() {
        return leftovers.isEmpty();
    }
}
