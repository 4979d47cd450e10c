package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.BUDGET;
import static dev.drainpipe.verification.variant.Named.DEADLINE;
import static dev.drainpipe.verification.variant.Named.EARLY;
import static dev.drainpipe.verification.variant.Named.FOUND_AGAIN;
import static dev.drainpipe.verification.variant.Named.HEARTBEATS;
import static dev.drainpipe.verification.variant.Named.KEPT_OPEN;
import static dev.drainpipe.verification.variant.Named.LIVE;
import static dev.drainpipe.verification.variant.Named.LOST;
import static dev.drainpipe.verification.variant.Named.RESULTS;
import static dev.drainpipe.verification.variant.Named.SPARED;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;

import java.util.List;

/** Mistakes with heartbeats, deadlines and the ends of waits. */
final class KeepingTime {
    private KeepingTime() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of("no heartbeat", "A drain that is longer than its hook's time-out is cut off.")
                    .in(
                            "terminator/Execution",
                            "if (now.isBefore(heartbeats.due(drain.request(), drain.hook(), policy)))",
                            "if (!drain.request().instanceId().isBlank())")
                    .caughtBy(KEPT_OPEN),
            Variant.of("a heartbeat when the time-out is over", "It comes too late by a moment.")
                    .in("terminator/Heartbeats", "timeout.dividedBy(2)", "timeout.multipliedBy(2)")
                    .caughtBy(KEPT_OPEN),
            Variant.of(
                            "a heartbeat at each look",
                            "Auto Scaling ends a wait after a hundred of them, or throttles the account.")
                    .in(
                            "terminator/Heartbeats",
                            "return since.plus(timeout.dividedBy(2)).minus(policy.untilNextChance(timeout));",
                            "return since;")
                    .caughtBy(SPARED, BUDGET),
            Variant.of("heartbeats go on after the end", "A wait that is over is asked for each minute, for two days.")
                    .in(
                            "terminator/Execution",
                            "case NOTHING_TO_DO -> Outcome.OVER; }; } /** Nobody waits",
                            "case NOTHING_TO_DO -> waitOn(drain, now); }; } /** Nobody waits")
                    .caughtBy(HEARTBEATS, LIVE),
            Variant.of("the end of a wait is no end", "A wait that is over is asked for until the message is too old.")
                    .in("terminator/StillAsked", "case LEFT -> true;", "case LEFT -> false;")
                    .caughtBy(LIVE, HEARTBEATS),
            Variant.of(
                            "whoever does not wait yet has left",
                            "One stale list of Auto Scaling, and the message is deleted.")
                    .in("terminator/StillAsked", "Duration.between(firstSeen, now).compareTo(LONGEST_LAG) >= 0", "true")
                    .caughtBy(LOST, LIVE)
                    .notYet(TOO_RARE),
            Variant.of(
                            "the deadline counts from the receipt",
                            "Each time that the message comes, the drain has all its time again.")
                    .in(
                            "common/TerminationMessage",
                            "Moments.firstSeen(Moments.read(document.get(\"first_seen\")), delivery.sentAt())",
                            "delivery.sentAt()")
                    .in("common/SqsQueue", ".map(Instant::ofEpochMilli)", ".map(ignored -> clock.instant())")
                    .in(
                            "common/SqsBatch",
                            "return millis == null ? now : Instant.ofEpochMilli(Long.parseLong(millis));",
                            "return now;")
                    .caughtBy(DEADLINE, LIVE, FOUND_AGAIN),
            Variant.of(
                            "the deadline is half of what it says",
                            "Seconds for minutes, or one time-out for another: drains are cut off.")
                    .in("terminator/Policy", "Optional.of(drainTimeout),", "Optional.of(drainTimeout.dividedBy(2)),")
                    .caughtBy(EARLY),
            Variant.of("there is no deadline", "An instance that never drains is never let go.")
                    .in(
                            "terminator/SafeToTerminate",
                            "boolean waived = late && blockers",
                            "boolean waived = late && blockers.size() > 99 && blockers")
                    .caughtBy(DEADLINE, LIVE),
            Variant.of("ABANDON where nobody chose it", "Other hooks are cut short, or the instance is retained.")
                    .in(
                            "terminator/Execution",
                            "case TERMINATE -> letGo(drain.request(), Result.CONTINUE);",
                            "case TERMINATE -> letGo(drain.request(), Result.ABANDON);")
                    .caughtBy(RESULTS),
            Variant.of("CONTINUE where ABANDON was chosen", "An instance that should be retained is gone.")
                    .in(
                            "terminator/Execution",
                            "case ABANDON -> letGo(drain.request(), Result.ABANDON);",
                            "case ABANDON -> letGo(drain.request(), Result.CONTINUE);")
                    .caughtBy(RESULTS),
            Variant.of("Spot's two minutes are forgotten", "The instance is taken away in the middle of its drain.")
                    .in("terminator/Policy", "said != null && said.isBefore(deadline) ? said : deadline", "deadline")
                    .caughtBy(LIVE)
                    .notYet("nothing holds that a drain is over before EC2 takes its instance"),
            Variant.of(
                            "an instance that nobody has is left alone",
                            "NTH: it was terminated by hand, its message is deleted, its hook never completed.")
                    .in(
                            "deregister/WayOut",
                            "case FOUND, NOWHERE -> ours;",
                            "case FOUND -> ours; case NOWHERE -> leftAlone(\"no cluster has it\");")
                    .caughtBy(LIVE, LOST));
}
