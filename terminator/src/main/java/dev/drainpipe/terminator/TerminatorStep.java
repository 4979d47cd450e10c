package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.port.Pause;
import dev.drainpipe.terminator.Mail.Taken;
import java.time.Duration;
import java.time.Instant;
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

    private static final Duration SOON_AFTER = Duration.ofSeconds(15);
    private static final Duration NEVER = Duration.ofSeconds(-1);

    /** However soon the next look is due, AWS is asked no more often. */
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private final Tools tools;
    private final Pending pending = new Pending();

    /**
     * What a tick works with.
     *
     * @param mail the messages that say where to look
     * @param attention what says when to look
     * @param looking looks, decides, acts, writes down
     * @param sweep finds instances that no message asks for
     * @param tally counts
     * @param pause waits between two looks
     * @param attempts tries, each for itself
     */
    record Tools(
            Mail mail,
            Attention attention,
            Looking looking,
            Sweep sweep,
            Tally tally,
            Pause pause,
            Attempts attempts) {}

    TerminatorStep(Tools tools) {
        this.tools = tools;
    }

    /**
     * Does the tick.
     *
     * @return the counts of the tick
     * @throws RuntimeException at the end, if AWS refused anything
     */
    Map<String, Object> run(TimeLeft time) {
        Taken taken = take(time);
        if (taken.answered() && taken.messages() == 0 && tools.attention().takesAlone()) {
            tools.attempts().journal().info("No pending terminations");
        }
        tools.attention().addTold(pending, time.clock().instant());
        lookAtAll(time, Duration.ZERO);
        sweep(taken, time);
        for (Duration until = untilNext(time); !until.isNegative(); until = untilNext(time)) {
            tools.pause().pause(until);
            take(time);
            boolean last = !time.allows(ONE_LOOK.plus(SHORTEST_PAUSE));
            lookAtAll(time, last && !tools.attention().takesAlone() ? SOON_AFTER : Duration.ZERO);
        }
        tools.attempts().act(() -> tools.mail().renew(pending));
        tools.looking().countWaiting(pending.requests());
        return end();
    }

    private Taken take(TimeLeft time) {
        Taken taken = tools.mail().take(pending, time);
        tools.attention().brought(pending, time.clock().instant());
        return taken;
    }

    /**
     * How long to wait for the next look; negative if there is none in this tick. Where messages come by themselves, one that
     * would be due soon after the tick is made before its end, and nobody stays for long, since who stays hears no news.
     */
    private Duration untilNext(TimeLeft time) {
        Attention attention = tools.attention();
        Instant now = time.clock().instant();
        Instant next = attention.next(pending.requests(), now);
        if (next.isAfter(now.plus(attention.longestStay()))) {
            return NEVER;
        }
        Duration until = Duration.between(now, next.isBefore(now) ? now : next);
        Duration pause = until.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : until;
        Duration most = time.left().minus(ONE_LOOK);
        if (pause.compareTo(most) <= 0) {
            return pause;
        }
        return attention.takesAlone() || most.multipliedBy(2).compareTo(pause) < 0 ? NEVER : most;
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
                            .run(
                                    tools.attention()
                                            .askedFor(
                                                    pending.everAskedFor(),
                                                    time.clock().instant()),
                                    time.clock().instant()));
        }
    }

    /** Looks at all that are worth a look now, or will be before long. */
    private void lookAtAll(TimeLeft time, Duration ahead) {
        Instant by = time.clock().instant().plus(ahead);
        List<DrainRequest> requests = tools.attention().due(pending.requests(), by);
        for (int from = 0; from < requests.size() && time.allows(ONE_LOOK); from += LOOKED_AT_TOGETHER) {
            List<DrainRequest> some = requests.subList(from, Math.min(from + LOOKED_AT_TOGETHER, requests.size()));
            tools.mail().delete(pending.finish(tools.looking().lookAt(some, time.clock())));
        }
    }
}
