package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.lambda.Attempts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One look at some requests: each is observed and judged as its kind demands, on its own, so that a bug on one does not
 * keep the others from their turn.
 */
final class Looking {
    private final Parts parts;
    private final Ended ended;
    private final Watched watched;
    private final Naming naming;
    private final Tally tally;
    private final Attempts attempts;

    /**
     * Who does what.
     *
     * @param observer looks
     * @param judge judges instances that leave
     * @param launchJudge judges instances that enter
     * @param handToGroup hands instances to their groups
     */
    record Parts(Observer observer, Judge judge, LaunchJudge launchJudge, HandToGroup handToGroup) {}

    /**
     * What was before.
     *
     * @param ended which waits are over
     * @param watched which drains were looked at when
     */
    record Past(Ended ended, Watched watched) {}

    Looking(Parts parts, Past past, Naming naming, Tally tally, Attempts attempts) {
        this.parts = parts;
        this.ended = past.ended();
        this.watched = past.watched();
        this.naming = naming;
        this.tally = tally;
        this.attempts = attempts;
    }

    /** Looks, and answers the requests for which nothing is left to do. */
    List<DrainRequest> lookAt(List<DrainRequest> requests, InstantSource clock) {
        Instant now = clock.instant();
        List<DrainRequest> finished = new ArrayList<>(
                requests.stream().filter(request -> over(request, now)).toList());
        List<DrainRequest> open = new ArrayList<>(requests);
        open.removeAll(finished);
        open.forEach(request -> watched.looked(request, now));
        finished.addAll(parts.handToGroup()
                .handOver(open.stream().filter(Looking::handedOver).toList(), now));
        List<DrainRequest> seen =
                open.stream().filter(request -> !handedOver(request)).toList();
        if (!seen.isEmpty()) {
            parts.observer()
                    .look(seen)
                    .forEach((request, sight) -> attempts.ask(() -> judge(request, sight, clock.instant()))
                            .filter(Outcome::finished)
                            .ifPresent(outcome -> finished.add(request)));
        }
        if (!finished.isEmpty()) {
            watched.stirs(now);
            finished.forEach(watched::forget);
        }
        return finished;
    }

    private static boolean handedOver(DrainRequest request) {
        return Kind.of(request) == Kind.HAND_TO_GROUP;
    }

    private boolean over(DrainRequest request, Instant now) {
        boolean over = !handedOver(request) && request.reason().awaited() && ended.has(request, now);
        if (over) {
            attempts.journal()
                    .info(request.action() + ": the wait has ended already", Map.of("instance", request.instanceId()));
        }
        return over;
    }

    /** Counts those that wait on at the end of a tick, and what holds them. */
    void countWaiting(List<DrainRequest> requests) {
        tally.add(Count.WAITING, requests.size());
        for (DrainRequest request : requests) {
            naming.held(request)
                    .forEach(task -> tally.once(
                            task.kind() == Task.Kind.STANDALONE ? Count.STANDALONE_TASKS : Count.PROTECTED_TASKS,
                            task.id()));
        }
    }

    private Outcome judge(DrainRequest request, Sight sight, Instant now) {
        Outcome outcome = switch (Kind.of(request)) {
            case LET_IN -> parts.launchJudge().judge(request, sight, now);
            case LET_GO, WATCH, HAND_TO_GROUP -> parts.judge().judge(request, sight, now);
        };
        note(request, sight, outcome, now);
        return outcome;
    }

    /** A dry run ends nothing; and a wait that had not begun may still begin. */
    private void note(DrainRequest request, Sight sight, Outcome outcome, Instant now) {
        boolean past = outcome.finished() && outcome != Outcome.DRY_RUN;
        boolean begun =
                sight.membership() != Membership.NOT_YET || sight.asked().hookGone();
        if (request.reason().awaited() && past && begun) {
            note(request, outcome == Outcome.OVER && sight.membership() == Membership.WAITING, now);
        }
        if (outcome == Outcome.DRY_RUN) {
            tally.add(Count.WAITING);
        }
    }

    /** A token that Auto Scaling does not know is no word about the instance, which its group still holds back. */
    private void note(DrainRequest request, boolean stillHeldBack, Instant now) {
        if (stillHeldBack && request.action().token() != null) {
            ended.noteWait(request, now);
        } else {
            ended.noteInstance(request, now);
        }
    }
}
