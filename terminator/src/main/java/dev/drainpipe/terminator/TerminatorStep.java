package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.port.Pause;
import dev.drainpipe.terminator.Mail.Taken;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One tick: takes what is on the queue, looks at all of it, decides each, does it, and looks again until the tick is
 * nearly over.
 */
final class TerminatorStep {
    /** As many as one look can see in bulk and decide on while it is fresh. */
    private static final int LOOKED_AT_TOGETHER = 100;

    /** Time that a look takes; with less it is not begun. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(4);

    /** With less time than this no sweep is begun. */
    private static final Duration ONE_SWEEP = Duration.ofSeconds(6);

    private final Tools tools;
    private final Duration recheck;
    private final Pending pending = new Pending();

    /**
     * What a tick works with.
     *
     * @param mail the messages that say where to look
     * @param looking looks, decides, acts, writes down
     * @param sweep finds instances that no message asks for
     * @param tally counts
     * @param pause waits between two looks
     * @param attempts tries, each for itself
     */
    record Tools(Mail mail, Looking looking, Sweep sweep, Tally tally, Pause pause, Attempts attempts) {}

    /**
     * A tick.
     *
     * @param recheck how long to wait between two looks; zero for one look only
     */
    TerminatorStep(Tools tools, Duration recheck) {
        this.tools = tools;
        this.recheck = recheck;
    }

    /**
     * Does the tick.
     *
     * @return the counts of the tick
     * @throws RuntimeException at the end, if AWS refused anything
     */
    Map<String, Object> run(TimeLeft time) {
        Taken taken = tools.mail().take(pending, time);
        if (taken.answered() && taken.messages() == 0) {
            tools.attempts().journal().info("No pending terminations");
        }
        lookAtAll(time);
        sweep(taken, time);
        while (!pending.isEmpty() && !recheck.isZero() && time.allows(recheck.plus(ONE_LOOK))) {
            tools.pause().pause(recheck);
            tools.mail().take(pending, time);
            lookAtAll(time);
        }
        tools.attempts().act(() -> tools.mail().renew(pending));
        tools.looking().countWaiting(pending.requests());
        return end();
    }

    private Map<String, Object> end() {
        Tally tally = tools.tally();
        if (tally.any()) {
            tools.attempts().journal().info("Tick: " + tally.words(), tally.fields());
        }
        tools.attempts().rethrow();
        return tally.answer();
    }

    /** Only a queue that was taken empty shows what no message asks for. */
    private void sweep(Taken taken, TimeLeft time) {
        if (taken.emptied() && time.allows(ONE_SWEEP)) {
            tools.attempts()
                    .act(() -> tools.sweep()
                            .run(pending.everAskedFor(), time.clock().instant()));
        }
    }

    private void lookAtAll(TimeLeft time) {
        List<DrainRequest> requests = pending.requests();
        for (int from = 0; from < requests.size() && time.allows(ONE_LOOK); from += LOOKED_AT_TOGETHER) {
            List<DrainRequest> some = requests.subList(from, Math.min(from + LOOKED_AT_TOGETHER, requests.size()));
            tools.mail().delete(pending.finish(tools.looking().lookAt(some, time.clock())));
        }
    }
}
