package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.COUNT;
import static dev.drainpipe.verification.variant.Named.LOWERED_FIRST;
import static dev.drainpipe.verification.variant.Named.SETTLES;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;

import java.util.List;

/** Mistakes in the number of tasks that a service is told to run. */
final class Counting {
    private Counting() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of(
                            "instances that leave count",
                            "ecs-adjust-taskcount counts registered instances: one task too many for each that drains.")
                    .in("common/EcsHeadcount", ".status(ContainerInstanceStatus.ACTIVE)", "")
                    .caughtBy(COUNT, SETTLES, LOWERED_FIRST),
            Variant.of("no instance is kept free", "N+1 is N.")
                    .in("task-scaler/DesiredTasks", "Math.min(max, instances - n)", "Math.min(max, instances)")
                    .caughtBy(COUNT, SETTLES),
            Variant.of(
                            "lowered on connected instances",
                            "An agent that reconnects, as each does several times an hour, costs a task.")
                    .in(
                            "task-scaler/Census",
                            "Outcome atBest = Outcome.of(rule, current, Instances.allConnected(active()));",
                            """
                            if (connected() >= 0) {
                                return Outcome.of(rule, current, Instances.allConnected(connected()));
                            }
                            Outcome atBest = Outcome.of(rule, current, Instances.allConnected(active()));
                            """)
                    .caughtBy(COUNT),
            Variant.of("raised on active instances", "Tasks are asked for that no agent can start.")
                    .in(
                            "task-scaler/Census",
                            "case TOO_FEW -> Outcome.of(rule, current, new Instances(active(), connected()));",
                            "case TOO_FEW -> atBest;")
                    .caughtBy(COUNT),
            Variant.of("no bounds", "With few instances a service is told to run no task.")
                    .in(
                            "task-scaler/DesiredTasks",
                            "return Math.max(min, Math.min(max, instances - n));",
                            "return Math.max(0, instances - n);")
                    .caughtBy(COUNT),
            Variant.of(
                            "at the most tasks nothing is changed any more",
                            "ecs-adjust-taskcount stops at its maximum instead of going up to it.")
                    .in(
                            "task-scaler/DesiredTasks",
                            "if (current < atLeast) {",
                            "if (current < atLeast && instances.connected() - bounds.n() <= bounds.max()) {")
                    .caughtBy(SETTLES)
                    .notYet(TOO_RARE),
            Variant.of("the count is only ever raised", "After a scale-in there is no instance to spare.")
                    .in(
                            "task-scaler/DesiredTasks",
                            "if (current > atMost) {",
                            "if (current > atMost && bounds.max() == 0) {")
                    .caughtBy(SETTLES, LOWERED_FIRST),
            Variant.of("another scaler is not asked", "Two scalers undo each other, minute by minute.")
                    .in(
                            "task-scaler/ScalerStep",
                            "if (otherScaler != null) {",
                            "if (otherScaler != null && otherScaler.isEmpty()) {")
                    .caughtBy(COUNT)
                    .notYet("no second scaler is drawn"),
            Variant.of("a stuck deployment is scaled", "Each raise starts more tasks that fail.")
                    .in(
                            "common/EcsServices",
                            "return stuck ? Scaling.STUCK_DEPLOYMENT : Scaling.OURS;",
                            "return Scaling.OURS;")
                    .caughtBy(COUNT)
                    .notYet("no deployment that is stuck is drawn"));
}
