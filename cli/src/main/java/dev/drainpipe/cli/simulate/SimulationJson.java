package dev.drainpipe.cli.simulate;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.drainpipe.proof.Failure;
import dev.drainpipe.proof.RunResult;
import dev.drainpipe.proof.Violation;
import dev.drainpipe.proof.campaign.Score.Figures;
import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what a simulation came to, for programs: one JSON document whose keys stay.
 *
 * <dl>
 *   <dt>{@code ok}
 *   <dd>whether every run was clean
 *   <dt>{@code runs}, {@code events}, {@code seconds}, {@code virtual_seconds}
 *   <dd>how much was done, and how long it took
 *   <dt>{@code failed_seeds[]}, {@code broken_seeds[]}
 *   <dd>where an invariant did not hold, and where the simulation itself broke
 *   <dt>{@code failures[]}
 *   <dd>some of them told: seed, violations[] (invariant, sentence, step, seconds, seen), needs[]
 *   <dt>{@code coverage}
 *   <dd>by area, by name: how often it was reached
 * </dl>
 */
final class SimulationJson {
    private static final double MILLIS = 1000;

    private SimulationJson() {}

    /** Of many runs. */
    static String text(Figures figures, Duration took, List<Failure> failures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", figures.clean());
        document.put("runs", figures.runs());
        document.put("events", figures.events());
        document.put("seconds", took.toMillis() / MILLIS);
        document.put("virtual_seconds", figures.virtual().toSeconds());
        document.put(
                "failed_seeds", figures.failed().stream().map(RunResult::seed).toList());
        document.put(
                "broken_seeds",
                figures.broken().stream().map(broken -> broken.seed()).toList());
        document.put("failures", failures.stream().map(SimulationJson::failure).toList());
        document.put("coverage", coverage(figures.coverage()));
        return write(document);
    }

    /** Of one run. */
    static String text(RunResult result, List<Failure> failures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", result.clean());
        document.put("seed", result.seed());
        document.put("plan", result.plan().lines());
        document.put("events", result.events());
        document.put("hash", Long.toHexString(result.hash()));
        document.put("virtual_seconds", result.lasted().toSeconds());
        document.put("failures", failures.stream().map(SimulationJson::failure).toList());
        document.put("coverage", coverage(result.coverage()));
        return write(document);
    }

    private static Map<String, Object> failure(Failure failure) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("seed", failure.result().seed());
        told.put("commit", failure.commit());
        told.put(
                "violations",
                failure.result().violations().stream()
                        .map(SimulationJson::violation)
                        .toList());
        told.put("needs", failure.shortest().lines());
        return told;
    }

    private static Map<String, Object> violation(Violation violation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("invariant", violation.invariant());
        told.put("sentence", violation.sentence());
        told.put("step", violation.step());
        told.put("seconds", violation.at().toMillis() / MILLIS);
        told.put("seen", violation.seen());
        return told;
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        Map<String, Object> areas = new LinkedHashMap<>();
        for (Area area : Area.values()) {
            areas.put(area.name().toLowerCase(Locale.ROOT), coverage.of(area));
        }
        return areas;
    }

    private static String write(Map<String, Object> document) {
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
