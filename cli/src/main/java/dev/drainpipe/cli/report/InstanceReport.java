package dev.drainpipe.cli.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one instance went through.
 *
 * @param id the instance
 * @param milestones when each milestone of its departure was reached, as far as it was
 * @param stages its stages within the window, without gaps from when it was first heard of
 * @param tasks how many of its tasks were not STOPPED, within the window
 * @param departure how it was let go, if it was
 */
public record InstanceReport(
        String id,
        Map<Milestone, Instant> milestones,
        List<Span<Stage>> stages,
        List<Span<Integer>> tasks,
        Optional<Departure> departure) {
    public InstanceReport {
        EnumMap<Milestone, Instant> ordered = new EnumMap<>(Milestone.class);
        ordered.putAll(milestones);
        milestones = Collections.unmodifiableMap(ordered);
        stages = List.copyOf(stages);
        tasks = List.copyOf(tasks);
    }

    /** Whether the instance was asked to leave. */
    public boolean left() {
        return milestones.containsKey(Milestone.TERMINATING);
    }

    /** Whether it was let go with no task and no load balancer left. */
    public boolean leftSafely() {
        return departure.filter(Departure::safe).isPresent();
    }

    /** How long it was in a stage altogether. */
    public Duration in(Stage stage) {
        return stages.stream()
                .filter(span -> span.value() == stage)
                .map(Span::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** From Terminating until it was let go; empty if it was not. */
    public Optional<Duration> departureTook() {
        return departure.map(d -> Duration.between(milestones.getOrDefault(Milestone.TERMINATING, d.at()), d.at()));
    }
}
