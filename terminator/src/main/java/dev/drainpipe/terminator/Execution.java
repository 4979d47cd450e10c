package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.LifecycleActions.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Does what was decided; the only place that lets an instance go. */
final class Execution {
    /** The shortest time-out that a hook can have; assumed while the hook's own is not known. */
    private static final Duration SHORTEST_HOOK = Duration.ofSeconds(30);

    /** From the last look of a tick to the first of the next one, with a scheduler that is late. */
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(20);

    /** With one look per tick. */
    private static final Duration TICK = Duration.ofMinutes(1);

    private final LifecycleActions actions;
    private final Heartbeats heartbeats;
    private final Policy policy;
    private final Attempts attempts;

    Execution(LifecycleActions actions, Heartbeats heartbeats, Policy policy, Attempts attempts) {
        this.actions = actions;
        this.heartbeats = heartbeats;
        this.policy = policy;
        this.attempts = attempts;
    }

    /** Carries out a decision on a request, whose hook has these time-outs, if known. */
    Outcome carryOut(DrainRequest request, Verdict verdict, Optional<Timeouts> hook, Instant now) {
        if (policy.dryRun()) {
            return Outcome.DRY_RUN;
        }
        Outcome outcome = switch (verdict) {
            case TERMINATE -> complete(request, Result.CONTINUE);
            case OVERDUE -> overdue(request, hook, now);
            case ASK_AGAIN -> waitOn(request, hook, now);
            case NOTHING_TO_DO -> makeSure(request);
        };
        if (outcome.finished()) {
            heartbeats.forget(request);
        }
        return outcome;
    }

    private Outcome overdue(DrainRequest request, Optional<Timeouts> hook, Instant now) {
        return switch (policy.onDeadline()) {
            case CONTINUE -> complete(request, Result.CONTINUE);
            case ABANDON -> complete(request, Result.ABANDON);
            case KEEP -> keepOpen(request, hook, now);
        };
    }

    /**
     * After its deadline a wait is not kept open: what we may not decide then, Auto Scaling's own time-out does, even if
     * we never see the instance again.
     */
    private Outcome waitOn(DrainRequest request, Optional<Timeouts> hook, Instant now) {
        boolean late = !now.isBefore(policy.deadline(request.firstSeen(), hook));
        return late && policy.onDeadline() != OnDeadline.KEEP ? Outcome.WAITS : keepOpen(request, hook, now);
    }

    private Outcome keepOpen(DrainRequest request, Optional<Timeouts> hook, Instant now) {
        Duration hookTimeout = hook.map(Timeouts::heartbeat).orElse(SHORTEST_HOOK);
        if (!heartbeats.due(request, hookTimeout, now.plus(untilNextLook()))) {
            return Outcome.WAITS;
        }
        Outcome outcome = heartbeat(request);
        if (outcome == Outcome.KEPT_OPEN) {
            heartbeats.sent(request, now);
        }
        return outcome;
    }

    private Duration untilNextLook() {
        if (policy.recheck().isZero()) {
            return TICK;
        }
        return policy.recheck().compareTo(BETWEEN_TICKS) < 0 ? BETWEEN_TICKS : policy.recheck();
    }

    /**
     * A list of instances may lag, and to drop a drain by mistake would leave its instance waiting for nobody. So Auto
     * Scaling is asked about the very action: a heartbeat is harmless, and only "there is no such action" ends the work.
     */
    private Outcome makeSure(DrainRequest request) {
        return heartbeat(request);
    }

    private Outcome heartbeat(DrainRequest request) {
        return attempts.ask(() -> actions.heartbeat(request.action()))
                .map(answer -> answer == Answer.DONE ? Outcome.KEPT_OPEN : Outcome.OVER)
                .orElse(Outcome.NOT_DONE);
    }

    private Outcome complete(DrainRequest request, Result result) {
        return attempts.ask(() -> actions.complete(request.action(), result))
                .map(answer -> answer == Answer.DONE ? Outcome.LET_GO : Outcome.OVER)
                .orElse(Outcome.NOT_DONE);
    }
}
