package dev.drainpipe.terminator;

import java.util.Locale;

/** What is counted in a tick. */
enum Count {
    /** Requests that wait on, at the end of the tick. */
    WAITING("waiting"),
    /** Waits that were completed. */
    LET_GO("let go"),
    /** Drains with less than a quarter of their time left. */
    NEAR_DEADLINE("near the deadline"),
    /** Drains whose deadline has passed. */
    OVERDUE("overdue"),
    /** Heartbeats sent. */
    HEARTBEATS("kept open by a heartbeat"),
    /** Standalone tasks on instances that wait, as last seen. */
    STANDALONE_TASKS("standalone tasks"),
    /** Protected tasks on instances that wait, as last seen. */
    PROTECTED_TASKS("protected tasks"),
    /** Tasks that ECS was told to stop. */
    TASKS_STOPPED("tasks stopped"),
    /** Instances that waited without a message, and were announced anew. */
    TAKEN_IN("taken in"),
    /** Instances that ECS may place tasks on again, and were announced anew. */
    SENT_BACK("sent back");

    private final String words;

    Count(String words) {
        this.words = words;
    }

    /** In words, after a number. */
    String words() {
        return words;
    }

    /** The key that answers and log fields have for it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
