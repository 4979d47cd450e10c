package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Task;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.TaskStops;
import java.time.Instant;
import java.util.Map;

/** Stops the tasks that {@link TasksToStop} names, each on its own, and writes each down. */
final class Stopping {
    private final TaskStops taskStops;
    private final Policy policy;
    private final Tally tally;
    private final Attempts attempts;

    Stopping(TaskStops taskStops, Policy policy, Tally tally, Attempts attempts) {
        this.taskStops = taskStops;
        this.policy = policy;
        this.tally = tally;
        this.attempts = attempts;
    }

    /** Stops what may be stopped now; what could not be stopped is named again at the next look. */
    void stop(Case drain, Decision decision, Instant now) {
        String age = drain.term().age(now).toSeconds() + " s";
        String cluster = drain.sight().place().cluster();
        String reason = "Drainpipe: " + drain.request().instanceId() + " leaves, and stop-after is over (" + age + ")";
        for (Task task : TasksToStop.of(drain.sight(), decision, policy.standaloneTasks(), drain.term(), now)) {
            boolean done = attempts.act(() -> taskStops.stop(cluster, task.id(), reason));
            if (done && !policy.dryRun()) {
                tally.add(Count.TASKS_STOPPED);
                attempts.journal()
                        .info(
                                "Stopped " + task + " of " + drain.request().action() + ", " + age
                                        + " after the drain was asked for",
                                Map.of("instance", drain.request().instanceId(), "task", task.id()));
            }
        }
    }
}
