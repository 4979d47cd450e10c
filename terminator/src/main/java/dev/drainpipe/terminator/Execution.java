package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.LifecycleActions;
import dev.drainpipe.port.LifecycleActions.Result;
import java.time.Instant;

/** Does what was decided; the only place that lets an instance go. */
final class Execution {
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

    /** Carries out a decision. */
    Outcome carryOut(Case drain, Verdict verdict, Instant now) {
        Outcome outcome = drain.request().reason().awaited()
                ? answer(drain, verdict, now)
                : watch(verdict, drain.term().late(now));
        if (outcome.finished()) {
            heartbeats.forget(drain.request());
        }
        return outcome;
    }

    /** Lets an instance into its group. */
    Outcome letIn(DrainRequest request) {
        return complete(request, Result.CONTINUE, Outcome.LET_IN);
    }

    private Outcome answer(Case drain, Verdict verdict, Instant now) {
        return switch (verdict) {
            case TERMINATE -> letGo(drain.request(), Result.CONTINUE);
            case OVERDUE -> overdue(drain, now);
            case ASK_AGAIN -> waitOn(drain, now);
            case NOTHING_TO_DO -> Outcome.OVER;
        };
    }

    /** Nobody waits for an answer, so none is given, whatever the verdict. */
    private static Outcome watch(Verdict verdict, boolean late) {
        return switch (verdict) {
            case TERMINATE -> Outcome.DRAINED;
            case OVERDUE -> Outcome.TIME_IS_UP;
            case ASK_AGAIN -> late ? Outcome.TIME_IS_UP : Outcome.WAITS;
            case NOTHING_TO_DO -> Outcome.OVER;
        };
    }

    private Outcome overdue(Case drain, Instant now) {
        return switch (policy.onDeadline()) {
            case CONTINUE -> letGo(drain.request(), Result.CONTINUE);
            case ABANDON -> letGo(drain.request(), Result.ABANDON);
            case KEEP -> keepOpen(drain, now);
        };
    }

    /**
     * After its deadline a wait is not kept open: what we may not decide then, Auto Scaling's own time-out does, even if
     * we never see the instance again. And a wait that has not begun, as far as we see, cannot be kept open.
     */
    private Outcome waitOn(Case drain, Instant now) {
        boolean given = drain.term().late(now) && policy.onDeadline() != OnDeadline.KEEP;
        boolean begun = drain.sight().membership() != Membership.NOT_YET;
        return given || !begun ? Outcome.WAITS : keepOpen(drain, now);
    }

    private Outcome keepOpen(Case drain, Instant now) {
        if (now.isBefore(heartbeats.due(drain.request(), drain.hook(), policy))) {
            return Outcome.WAITS;
        }
        Outcome outcome = heartbeat(drain.request());
        if (outcome == Outcome.KEPT_OPEN || outcome == Outcome.WAITS) {
            heartbeats.sent(drain.request(), now);
        }
        return outcome;
    }

    private Outcome heartbeat(DrainRequest request) {
        return attempts.ask(() -> actions.heartbeat(request.action()))
                .map(answer -> switch (answer) {
                    case DONE -> Outcome.KEPT_OPEN;
                    case OVER -> Outcome.OVER;
                    case NOT_SENT -> Outcome.WAITS;
                })
                .orElse(Outcome.NOT_DONE);
    }

    private Outcome letGo(DrainRequest request, Result result) {
        return complete(request, result, Outcome.LET_GO);
    }

    private Outcome complete(DrainRequest request, Result result, Outcome done) {
        return attempts.ask(() -> actions.complete(request.action(), result))
                .map(answer -> switch (answer) {
                    case DONE -> done;
                    case OVER -> Outcome.OVER;
                    case NOT_SENT -> Outcome.DRY_RUN;
                })
                .orElse(Outcome.NOT_DONE);
    }
}
