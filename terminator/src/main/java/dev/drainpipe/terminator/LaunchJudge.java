package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.terminator.Readiness.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks {@link ReadyToServe} about instances that wait to enter their groups, and lets in those that are.
 *
 * <p>No heartbeat keeps such a wait open: an instance that is not ready in its hook's own time is better replaced.
 */
final class LaunchJudge {
    private final Execution execution;
    private final Attempts attempts;
    private final Map<Requests.Key, Readiness> last = new HashMap<>();

    LaunchJudge(Execution execution, Attempts attempts) {
        this.execution = execution;
        this.attempts = attempts;
    }

    /** What came of what was seen of an instance. */
    Outcome judge(DrainRequest request, Sight sight, Instant now) {
        Readiness readiness = ReadyToServe.decide(sight, request.firstSeen(), now);
        Outcome outcome = switch (readiness.answer()) {
            case READY -> execution.letIn(request);
            case NOT_READY -> Outcome.WAITS;
            case NOTHING_TO_DO -> Outcome.OVER;
        };
        boolean news = !readiness.equals(last.put(Requests.key(request), readiness));
        if (news || outcome.finished()) {
            attempts.journal().info(words(request, readiness, outcome), fields(request, readiness.answer(), outcome));
        }
        return outcome;
    }

    private static String words(DrainRequest request, Readiness readiness, Outcome outcome) {
        return request.action() + ": " + readiness.answer() + ", " + readiness.seen() + "; " + outcome.words();
    }

    private static Map<String, String> fields(DrainRequest request, Answer answer, Outcome outcome) {
        return Map.of(
                "instance",
                request.instanceId(),
                "group",
                request.action().group(),
                "hook",
                request.action().hook(),
                "verdict",
                answer.name(),
                "outcome",
                outcome.name());
    }
}
