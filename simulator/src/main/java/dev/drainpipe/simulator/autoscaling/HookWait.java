package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The stay of one instance in a wait state: all hooks of the transition at once, each with an action of its own.
 *
 * <p>It ends with CONTINUE when all actions ended so, and with ABANDON as soon as one did; the others are then cut
 * short (Amazon ECS Developer Guide, 'Safely stop Amazon ECS workloads running on EC2 instances').
 */
final class HookWait {
    private final Outside outside;
    private final Member member;
    private final Move move;
    private final Consumer<ActionResult> ended;
    private final List<LifecycleAction> actions;

    HookWait(Outside outside, Member member, Move move, Consumer<ActionResult> ended) {
        this.outside = outside;
        this.member = member;
        this.move = move;
        this.ended = ended;
        Instant now = outside.world().now();
        this.actions = member.group().hooks(move.transition()).stream()
                .map(hook -> new LifecycleAction(hook, outside.messages().newToken(), now))
                .toList();
    }

    /** Begins to wait; the member is in the wait state, and there is at least one hook. */
    void begin() {
        member.held(this);
        for (LifecycleAction action : actions) {
            tell(action, ActionStep.STARTED, Optional.empty());
            arm(action);
            outside.after(outside.timings().message(), () -> {
                if (action.open()) {
                    outside.messages().sendAction(member, action, move);
                }
            });
        }
    }

    Transition transition() {
        return move.transition();
    }

    /** The open action of this hook, if there is one. */
    Optional<LifecycleAction> open(String hookName) {
        return actions.stream()
                .filter(a -> a.open() && a.hook().name().equals(hookName))
                .findFirst();
    }

    /** Ends an open action as somebody asked for. */
    void complete(LifecycleAction action, ActionResult result) {
        resolve(action, result, ActionStep.COMPLETED);
    }

    /** Gives an open action its full time again, counted from now, but never past the global time-out. */
    void heartbeat(LifecycleAction action) {
        tell(action, ActionStep.HEARTBEAT, Optional.empty());
        arm(action);
    }

    /** Forgets all actions without a result, because the instance or its group is gone. */
    void cancel() {
        member.held(null);
        cutOpenOnes();
    }

    private void arm(LifecycleAction action) {
        Instant deadline = action.deadline(outside.world().now());
        action.arm(outside.world()
                .timeline()
                .at(deadline, () -> resolve(action, action.hook().defaultResult(), ActionStep.TIMED_OUT)));
    }

    private void resolve(LifecycleAction action, ActionResult result, ActionStep step) {
        action.close();
        tell(action, step, Optional.of(result.name()));
        if (result == ActionResult.ABANDON) {
            cutOpenOnes();
        }
        if (actions.stream().noneMatch(LifecycleAction::open)) {
            member.held(null);
            ended.accept(result);
        }
    }

    private void cutOpenOnes() {
        actions.stream().filter(LifecycleAction::open).forEach(a -> {
            a.close();
            tell(a, ActionStep.CANCELLED, Optional.empty());
        });
    }

    private void tell(LifecycleAction action, ActionStep step, Optional<String> result) {
        outside.world()
                .tell(new WorldEvent.LifecycleAction(
                        outside.world().now(),
                        member.group().name(),
                        action.hook().name(),
                        member.id(),
                        step,
                        result));
    }
}
