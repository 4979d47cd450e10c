package dev.drainpipe.cli.local;

import dev.drainpipe.cli.report.RunSetup;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one local run is to do, all values accepted.
 *
 * @param instances how many instances the group starts with
 * @param tasks how many tasks the service starts with
 * @param scaleIn how many instances leave
 * @param loadBalancer what the service stands behind
 * @param speed how fast virtual time passes
 * @param seed the seed of all chance
 * @param events files with lifecycle messages to feed
 * @param servePort the port to serve the account on, if it is to stay up
 * @param json whether to write the summary for programs
 * @param drainpipe whether the hook and the three Lambdas are there
 */
public record LocalOptions(
        int instances,
        int tasks,
        int scaleIn,
        LoadBalancerKind loadBalancer,
        Speed speed,
        long seed,
        List<Path> events,
        OptionalInt servePort,
        boolean json,
        boolean drainpipe) {
    /** One instance more than tasks: the N+1 that every run is measured by. */
    private static final int SPARE = 1;

    public LocalOptions {
        events = List.copyOf(events);
    }

    /** What the run's report is measured against. */
    public RunSetup setup() {
        return new RunSetup(instances, tasks, scaleIn, SPARE, loadBalancer.word(), seed, drainpipe);
    }

    /** The run in one line. */
    String words() {
        return "%d instances, %d task%s, scale-in by %d, %s, %s, seed %d, speed %s"
                .formatted(
                        instances,
                        tasks,
                        tasks == 1 ? "" : "s",
                        scaleIn,
                        loadBalancer.words(),
                        drainpipe ? "with Drainpipe" : "without Drainpipe",
                        seed,
                        speed);
    }

    /** The {@code n_count} with which the task scaler keeps the starting task count for the starting instances. */
    int spareInstances() {
        return instances - tasks;
    }

    /**
     * The {@code min_task_count}: all tasks, if they fit in with one instance to spare afterwards, else one; also one on
     * a server, as nobody knows how far its clients will scale in.
     */
    int fewestTasks() {
        return servePort.isEmpty() && tasks <= instances - scaleIn - SPARE ? tasks : 1;
    }
}
