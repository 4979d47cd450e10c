package dev.drainpipe.lambda;

import dev.drainpipe.document.Secrets;
import dev.drainpipe.port.NoSuchQueue;
import dev.drainpipe.port.TryLater;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries things that may fail, each on its own, so that a failure stops only what needed that very answer.
 *
 * <p>"Not now" is a warning. A bug or a refusal is an error, and {@link #rethrow()} lets the invocation fail with it at
 * the end, when all other work is done, so that an alarm sees it. A queue that is gone is an error too, but fails
 * nothing: no retry brings it back.
 */
public final class Attempts {
    private final Journal journal;
    private @Nullable RuntimeException refusal;
    private boolean allDone = true;

    public Attempts(Journal journal) {
        this.journal = journal;
    }

    /** Where failures are written down, and whatever else happens in this invocation. */
    public Journal journal() {
        return journal;
    }

    /** The answer; none if there was none. */
    public <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (TryLater e) {
            journal.warn("Not now: " + Secrets.masked(String.valueOf(e.getMessage())), Map.of());
        } catch (NoSuchQueue e) {
            journal.error("Gone: " + Secrets.masked(String.valueOf(e.getMessage())), Map.of());
        } catch (RuntimeException e) {
            journal.error("Failed: " + Secrets.masked(e.toString()), Map.of());
            refusal = refusal == null ? e : refusal;
        }
        allDone = false;
        return Optional.empty();
    }

    /** Whether it could be done. */
    public boolean act(Runnable action) {
        return ask(() -> {
                    action.run();
                    return true;
                })
                .isPresent();
    }

    /** Whether everything that was tried until now could be done. */
    public boolean allDone() {
        return allDone;
    }

    /**
     * Ends the pass.
     *
     * @throws RuntimeException the first bug or refusal, if there was one
     */
    public void rethrow() {
        if (refusal != null) {
            throw refusal;
        }
    }
}
