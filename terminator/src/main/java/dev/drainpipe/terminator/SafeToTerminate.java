package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * May this instance go now?
 *
 * <p><em>An instance is safe to terminate when nothing blocks it.</em> Each condition is a {@link Blocker}; this file
 * says when it holds, and what follows.
 */
public final class SafeToTerminate {
    /** Beyond this age a sight is no ground to act on: by then another task may have been seen by nobody. */
    public static final Duration OLDEST_SIGHT = Duration.ofSeconds(30);

    /** In these ECS may place a task on the instance, now or soon. */
    private static final Set<Status> PLACEABLE = Set.of(Status.ACTIVE, Status.REGISTERING);

    /** In these there is no agent to speak of. */
    private static final Set<Status> WITHOUT_AGENT = Set.of(Status.GONE, Status.UNKNOWN);

    private SafeToTerminate() {}

    /** The verdict with all its reasons, for a drain that has this time. */
    public static Decision decide(Sight sight, Term term, Instant now) {
        Map<Blocker, String> blockers = new EnumMap<>(Blocker.class);
        for (Blocker blocker : Blocker.values()) {
            holds(blocker, sight, now).ifPresent(seen -> blockers.put(blocker, seen));
        }
        boolean ended = StillAsked.ended(sight, term.firstSeen(), now) && !tooOld(sight, now);
        return new Decision(verdict(blockers, ended, term.late(now)), blockers);
    }

    private static Verdict verdict(Map<Blocker, String> blockers, boolean ended, boolean late) {
        if (blockers.isEmpty()) {
            return Verdict.TERMINATE;
        }
        if (ended) {
            return Verdict.NOTHING_TO_DO;
        }
        boolean waived = late && blockers.keySet().stream().allMatch(Blocker::waivable);
        return waived ? Verdict.OVERDUE : Verdict.ASK_AGAIN;
    }

    /** What was seen, if the blocker holds. */
    private static Optional<String> holds(Blocker blocker, Sight sight, Instant now) {
        return switch (blocker) {
            case NOT_ASKED -> notAsked(sight.asked());
            case STALE -> stale(sight, now);
            case NOT_DRAINING ->
                when(
                        PLACEABLE.contains(sight.ecs().status()),
                        "it is " + sight.ecs().status());
            case AGENT_SILENT -> when(agentSilent(sight), blocker.sentence());
            case TASKS_LEFT -> when(sight.tasks().left() > 0, sight.tasks().inWords());
            case TRAFFIC_LEFT -> loadBalancers(sight, Set.of(Attachment.REGISTERED, Attachment.DRAINING)::contains);
        };
    }

    private static Optional<String> notAsked(Sight.Asked asked) {
        if (asked.hookGone()) {
            return Optional.of("its hook does not exist");
        }
        return switch (asked.membership()) {
            case WAITING, SAID_BY_TOKEN, UNAWAITED, UNKNOWN -> Optional.empty();
            case NOT_YET -> Optional.of(Blocker.NOT_ASKED.sentence() + " yet");
            case LEFT -> Optional.of(Blocker.NOT_ASKED.sentence());
        };
    }

    /** Too old as a whole, or unseen in part; unseen is as old as can be. */
    private static Optional<String> stale(Sight sight, Instant now) {
        List<String> missing = new ArrayList<>();
        when(tooOld(sight, now), "seen " + sight.age(now).toSeconds() + " s ago")
                .ifPresent(missing::add);
        when(sight.membership() == Membership.UNKNOWN, "its group did not answer")
                .ifPresent(missing::add);
        when(sight.ecs().status() == Status.UNKNOWN, "ECS did not answer").ifPresent(missing::add);
        when(!sight.tasks().known(), "its tasks were not seen").ifPresent(missing::add);
        loadBalancers(sight, Attachment.UNKNOWN::equals).ifPresent(missing::add);
        return when(!missing.isEmpty(), String.join(", ", missing));
    }

    private static boolean agentSilent(Sight sight) {
        return !WITHOUT_AGENT.contains(sight.ecs().status()) && !sight.ecs().agentConnected();
    }

    private static Optional<String> loadBalancers(Sight sight, Predicate<Attachment> state) {
        String found = sight.loadBalancers().entrySet().stream()
                .filter(entry -> state.test(entry.getValue()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return when(!found.isEmpty(), found);
    }

    private static boolean tooOld(Sight sight, Instant now) {
        return sight.age(now).compareTo(OLDEST_SIGHT) > 0;
    }

    private static Optional<String> when(boolean holds, String seen) {
        return holds ? Optional.of(seen) : Optional.empty();
    }
}
