package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.port.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One tick: takes what is on the queue, looks at all of it, decides each, does it, and looks again until the tick is
 * nearly over.
 */
final class TerminatorStep {
    /** As many as one look can see in bulk and decide on while it is fresh. */
    private static final int LOOKED_AT_TOGETHER = 100;

    /** Time that a look takes; with less it is not begun. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(4);

    private final Tools tools;
    private final Duration recheck;
    private final Attempts attempts;
    private final Pending pending = new Pending();
    private int letGo;

    /**
     * What a tick works with.
     *
     * @param mail the messages that say where to look
     * @param observer looks
     * @param judge decides, acts, writes down
     * @param pause waits between two looks
     */
    record Tools(Mail mail, Observer observer, Judge judge, Pause pause) {}

    /**
     * A tick.
     *
     * @param recheck how long to wait between two looks; zero for one look only
     */
    TerminatorStep(Tools tools, Duration recheck, Attempts attempts) {
        this.tools = tools;
        this.recheck = recheck;
        this.attempts = attempts;
    }

    /**
     * Does the tick.
     *
     * @return how many instances were let go and how many still wait
     * @throws RuntimeException at the end, if AWS refused anything
     */
    Map<String, Object> run(TimeLeft time) {
        Optional<Integer> taken = tools.mail().take(pending, time);
        if (taken.isPresent() && taken.get() == 0) {
            attempts.journal().info("No pending terminations");
        }
        lookAtAll(time);
        while (!pending.isEmpty() && !recheck.isZero() && time.allows(recheck.plus(ONE_LOOK))) {
            tools.pause().pause(recheck);
            tools.mail().take(pending, time);
            lookAtAll(time);
        }
        tools.mail().renew(pending);
        attempts.rethrow();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("let_go", letGo);
        answer.put("waiting", pending.requests().size());
        return answer;
    }

    private void lookAtAll(TimeLeft time) {
        List<DrainRequest> requests = pending.requests();
        for (int from = 0; from < requests.size() && time.allows(ONE_LOOK); from += LOOKED_AT_TOGETHER) {
            lookAt(requests.subList(from, Math.min(from + LOOKED_AT_TOGETHER, requests.size())), time);
        }
    }

    private void lookAt(List<DrainRequest> requests, TimeLeft time) {
        List<DrainRequest> finished = new ArrayList<>();
        tools.observer().look(requests).forEach((request, sight) -> {
            Outcome outcome = tools.judge().judge(request, sight, time.clock().instant());
            letGo += outcome == Outcome.LET_GO ? 1 : 0;
            if (outcome.finished()) {
                finished.add(request);
            }
        });
        tools.mail().delete(pending.finish(finished));
    }
}
