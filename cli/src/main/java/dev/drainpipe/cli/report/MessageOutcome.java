package dev.drainpipe.cli.report;

import java.util.Optional;

/**
 * What became of a lifecycle message that was fed from a file.
 *
 * @param name where it came from
 * @param end where it ended
 * @param lastWord the last log line about it if it is a dead letter, otherwise about its instance, if there was any
 */
public record MessageOutcome(String name, End end, Optional<String> lastWord) {
    /** Where a message can end. */
    public enum End {
        DEALT_WITH("dealt with"),
        DEAD_LETTER("kept in a dead-letter queue"),
        STILL_WAITING("still waiting in a queue");

        private final String words;

        End(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
