package dev.drainpipe.proof.campaign;

import dev.drainpipe.proof.RunResult;
import dev.drainpipe.proof.coverage.Coverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the runs of a campaign have come to so far; several threads add to it. */
public final class Score {
    private final Coverage coverage = new Coverage();
    private final List<RunResult> failed = new ArrayList<>();
    private final List<Breakdown> broken = new ArrayList<>();
    private long runs;
    private long events;
    private Duration virtual = Duration.ZERO;

    /** A run that could not be played: the simulation itself broke. */
    public record Breakdown(long seed, String why) {}

    /** The figures of one moment. */
    public record Figures(
            long runs,
            long events,
            Duration virtual,
            Coverage coverage,
            List<RunResult> failed,
            List<Breakdown> broken) {
        /** Whether every run was played and clean. */
        public boolean clean() {
            return failed.isEmpty() && broken.isEmpty();
        }
    }

    synchronized void add(RunResult result) {
        runs++;
        events += result.events();
        virtual = virtual.plus(result.lasted());
        coverage.add(result.coverage());
        if (!result.clean()) {
            failed.add(result);
        }
    }

    synchronized void add(Breakdown breakdown) {
        runs++;
        broken.add(breakdown);
    }

    /** How it stands now. */
    public synchronized Figures figures() {
        Coverage copy = new Coverage();
        copy.add(coverage);
        return new Figures(
                runs,
                events,
                virtual,
                copy,
                failed.stream().sorted(Comparator.comparing(RunResult::seed)).toList(),
                List.copyOf(broken));
    }
}
