package dev.drainpipe.terminator;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Task;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Which tasks may we stop now?
 *
 * <p><em>Those that ECS does not move by itself, once the operator's time for them is over</em>; and only where somebody
 * asked for the instance, nothing that matters is unknown, and ECS would not start them there again. Tasks that are being
 * stopped need no second word, and daemon tasks none at all.
 */
public final class TasksToStop {
    private static final Set<Membership> ASKED_FOR = Set.of(Membership.WAITING, Membership.UNAWAITED);

    private TasksToStop() {}

    /** The tasks, of an instance that was decided on as this. */
    public static List<Task> of(Sight sight, Decision decision, StandaloneTasks policy, Term term, Instant now) {
        boolean certain = ASKED_FOR.contains(sight.membership())
                && sight.ecs().status() == Status.DRAINING
                && !decision.blockers().containsKey(Blocker.NOT_ASKED)
                && !decision.blockers().containsKey(Blocker.STALE);
        if (!certain || !policy.stops(term.age(now))) {
            return List.of();
        }
        return sight.tasks().held().stream().filter(task -> !task.stopping()).toList();
    }
}
