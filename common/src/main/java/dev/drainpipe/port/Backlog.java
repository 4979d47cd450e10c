package dev.drainpipe.port;

/** Answers how many messages are on their way. */
@FunctionalInterface
public interface Backlog {
    /**
     * How many messages there are, about: those that wait, are delayed, or were taken and not deleted.
     *
     * @throws TryLater if a queue does not answer
     */
    int messages();
}
