package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.DEADLINE;
import static dev.drainpipe.verification.variant.Named.EARLY;
import static dev.drainpipe.verification.variant.Named.FOUND_AGAIN;
import static dev.drainpipe.verification.variant.Named.LIVE;
import static dev.drainpipe.verification.variant.Named.STOPS;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;

import java.util.List;

/** Mistakes about the tasks that are left on an instance. */
final class TasksLeft {
    private TasksLeft() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of(
                            "counters at 0 are believed",
                            "ecs-drain-lambda (CID) and its kind: a task that is being stopped is in neither counter, and is cut off.")
                    .in("terminator/TaskLook", "boolean left = counted(cluster, instance);", """
                            boolean left = counted(cluster, instance);
                            if (instance.tasks() == 0) {
                                return TasksSeen.listed(List.of(), policy);
                            }
                            """)
                    .caughtBy(EARLY),
            Variant.of(
                            "ListTasks by its default",
                            "warden (WDX) and DWO: the default lists desired status RUNNING only, so tasks that ECS is stopping are not seen.")
                    .in("common/EcsTaskLists", ".desiredStatus(desired)", "")
                    .caughtBy(EARLY),
            Variant.of(
                            "a task that is to stop counts as stopped",
                            "aws-cdk#13506: the desired status is read where the last status is meant; users see 502s.")
                    .in(
                            "common/EcsTasks",
                            ".filter(task -> !ENDED.contains(task.lastStatus()))",
                            ".filter(task -> !ENDED.contains(task.desiredStatus()))")
                    .caughtBy(EARLY),
            Variant.of("STOPPING counts as stopped", "A task in STOPPING still answers the requests that it has.")
                    .in(
                            "common/EcsTasks",
                            "Set.of(\"STOPPED\", \"DELETED\")",
                            "Set.of(\"STOPPED\", \"DELETED\", \"STOPPING\", \"DEPROVISIONING\")")
                    .caughtBy(EARLY),
            Variant.of("one list of tasks is believed", "One short list, as ECS may give any time, ends tasks.")
                    .in(
                            "terminator/TaskLook",
                            "closely ? Optional.empty() : stillThere(cluster, instance)",
                            "Optional.empty()")
                    .in(
                            "terminator/TaskLook",
                            "attempts.ask(() -> oneByOne(cluster, instance))",
                            "attempts.ask(() -> listed(cluster, instance, Set.of()))")
                    .caughtBy(EARLY)
                    .notYet(TOO_RARE),
            Variant.of(
                            "what was seen of tasks once is believed for ever",
                            "A process remembers that an instance was empty, and does not look again.")
                    .in(
                            "terminator/TaskLook",
                            "TasksSeen counted = left ? TasksSeen.counted(instance.tasks()) : TasksSeen.unknown();",
                            """
                            TasksSeen counted = left ? TasksSeen.counted(instance.tasks()) : TasksSeen.unknown();
                            if (notStopped.isEmpty() && !known.on(instance.arn(), clock.instant()).isEmpty()) {
                                return TasksSeen.listed(List.of(), policy);
                            }
                            """)
                    .caughtBy(EARLY),
            Variant.of("the tasks of daemons hold an instance", "Nobody moves them, so no instance ever goes.")
                    .in("terminator/TasksSeen", ".filter(task -> task.kind() != Kind.DAEMON)", "")
                    .caughtBy(LIVE)
                    .notYet(
                            "ECS stops the tasks of daemons on a DRAINING instance, too, so they hold it for seconds only"),
            Variant.of("standalone tasks are ignored, though it says wait", "Batch jobs of hours are lost.")
                    .in("terminator/TasksSeen", "policy.hold() || !task.held()", "!task.held()")
                    .caughtBy(EARLY),
            Variant.of("standalone tasks are stopped, though it says wait", "We stop what nobody asked us to stop.")
                    .in("terminator/TasksToStop", "!certain || !policy.stops(term.age(now))", "!certain")
                    .caughtBy(STOPS),
            Variant.of(
                            "an instance that ECS does not have holds its hook",
                            "aws-cdk#6867: a group waits for the whole time-out.")
                    .in(
                            "terminator/SafeToTerminate",
                            "PLACEABLE = Set.of(Status.ACTIVE, Status.REGISTERING)",
                            "PLACEABLE = Set.of(Status.ACTIVE, Status.REGISTERING, Status.GONE)")
                    .caughtBy(FOUND_AGAIN, LIVE, DEADLINE));
}
