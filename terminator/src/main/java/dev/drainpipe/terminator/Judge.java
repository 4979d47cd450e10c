package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks {@link SafeToTerminate} about one instance after the other, has it carried out, and writes it down. */
final class Judge {
    private final HookTimeouts hookTimeouts;
    private final Execution execution;
    private final Policy policy;
    private final Attempts attempts;
    private final Map<List<String>, Optional<Timeouts>> hooks = new HashMap<>();
    private final Map<DrainRequest, Decision> lastDecisions = new HashMap<>();

    Judge(HookTimeouts hookTimeouts, Execution execution, Policy policy, Attempts attempts) {
        this.hookTimeouts = hookTimeouts;
        this.execution = execution;
        this.policy = policy;
        this.attempts = attempts;
    }

    /** What came of what was seen of an instance. */
    Outcome judge(DrainRequest request, Sight sight, Instant now) {
        Optional<Timeouts> hook = hook(request);
        Decision decision = SafeToTerminate.decide(sight, policy.deadline(request.firstSeen(), hook), now);
        Outcome outcome = execution.carryOut(request, decision.verdict(), hook, now);
        write(new DecisionLine(request, decision, outcome), now);
        return outcome;
    }

    /** Asked once per tick; none if it is not known. */
    private Optional<Timeouts> hook(DrainRequest request) {
        String group = request.action().group();
        String name = request.action().hook();
        return hooks.computeIfAbsent(
                List.of(group, name),
                key -> attempts.ask(() -> hookTimeouts.of(group, name)).flatMap(timeouts -> timeouts));
    }

    /** A decision that is the same as at the last look of this tick is no news. */
    private void write(DecisionLine line, Instant now) {
        boolean news = !line.decision().equals(lastDecisions.put(line.request(), line.decision()));
        if (line.decision().verdict() == Verdict.OVERDUE) {
            attempts.journal().warn(line.words(now), line.fields(now));
        } else if (news || line.outcome().finished()) {
            attempts.journal().info(line.words(now), line.fields(now));
        } else {
            attempts.journal().debug(line.words(now), line.fields(now));
        }
    }
}
