package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Hook;
import dev.drainpipe.fleet.Member;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.GroupTerminations;
import dev.drainpipe.port.Groups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands instances that EC2 wants back to their groups, which launch replacements and then run their hooks, so that the
 * drain begins in the ordinary way.
 *
 * <p>Only a group with a termination hook of ours gets them, since any other would end them with their tasks.
 */
final class HandToGroup {
    /** In these an instance may come into service soon, and only then it can be handed over. */
    private static final Set<Phase> ENTERS = Set.of(Phase.ENTERING, Phase.WAITS_TO_ENTER, Phase.ENTERED);

    private final Groups groups;
    private final OurHooks hooks;
    private final GroupTerminations terminations;
    private final Policy policy;
    private final Attempts attempts;

    HandToGroup(Groups groups, OurHooks hooks, GroupTerminations terminations, Policy policy, Attempts attempts) {
        this.groups = groups;
        this.hooks = hooks;
        this.terminations = terminations;
        this.policy = policy;
        this.attempts = attempts;
    }

    /** Hands over those that can be, and answers those for which nothing is left to do. */
    List<DrainRequest> handOver(List<DrainRequest> requests, Instant now) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Set<String> ids = requests.stream().map(DrainRequest::instanceId).collect(Collectors.toSet());
        Map<String, Member> members = attempts.ask(() -> groups.members(ids)).orElse(Map.of());
        List<DrainRequest> finished = new ArrayList<>();
        for (DrainRequest request : requests) {
            Member member = members.get(request.instanceId());
            if (attempts.ask(() -> handOver(request, member, now)).orElse(false)) {
                finished.add(request);
            }
        }
        return finished;
    }

    private boolean handOver(DrainRequest request, @Nullable Member member, Instant now) {
        String group = request.action().group();
        if (member == null) {
            return false;
        }
        boolean late = policy.term(request.occasion(), Optional.empty()).late(now);
        if (ENTERS.contains(member.phase()) && !late) {
            return false;
        }
        if (member.phase() != Phase.IN_SERVICE || !member.group().equals(group)) {
            say(request, "Not handed to its group: it is not in service there");
            return true;
        }
        Optional<List<Hook>> ours = attempts.ask(() -> hooks.of(group));
        if (ours.isEmpty()) {
            return false;
        }
        if (ours.get().isEmpty()) {
            attempts.journal()
                    .warn(
                            "Not handed to its group: " + request.action() + ", since no termination hook of " + group
                                    + " is ours and it would end with its tasks",
                            fields(request));
            return true;
        }
        return terminate(request);
    }

    private boolean terminate(DrainRequest request) {
        return attempts.ask(() -> terminations.terminate(request.instanceId()))
                .map(answer -> {
                    switch (answer) {
                        case DONE -> say(request, "Handed to its group, which will replace it");
                        case OVER -> say(request, "Not handed to its group: it has left");
                        case NOT_SENT -> say(request, "Not handed to its group: dry run");
                    }
                    return true;
                })
                .orElse(false);
    }

    private void say(DrainRequest request, String words) {
        attempts.journal()
                .info(words + ": " + request.action() + " (" + request.reason().word() + ")", fields(request));
    }

    private static Map<String, String> fields(DrainRequest request) {
        return Map.of(
                "instance",
                request.instanceId(),
                "group",
                request.action().group(),
                "reason",
                request.reason().word());
    }
}
