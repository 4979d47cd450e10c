package dev.drainpipe.cli.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report for programs: one JSON document whose keys stay.
 *
 * <p>All times are virtual; moments are seconds since the scale-in, durations are seconds.
 *
 * <dl>
 *   <dt>{@code ok}, {@code why}
 *   <dd>whether every instance was let go safely and no request dropped; if not, why not, as sentences
 *   <dt>{@code setup}
 *   <dd>what was asked for: instances, tasks, scale_in, spare, load_balancer, seed, drainpipe
 *   <dt>{@code seconds}
 *   <dd>how long the run went on after the scale-in
 *   <dt>{@code departures[]}
 *   <dd>for each instance that left: instance_id; safe; by ({@code drainpipe}, {@code time_out}, {@code no_hook} or
 *       null); took (null if not let go); leftovers[]; milestones (terminating, waiting, draining,
 *       out_of_load_balancers, last_task_stopped, safe, completed, terminated: moments, absent where not reached);
 *       stages (called, unnoticed, traffic_left, tasks_left, safe, leaving: durations)
 *   <dt>{@code n_plus_one}
 *   <dd>n, kept, and shortfalls[] with from, to, lowest
 *   <dt>{@code service[]}
 *   <dd>the task counts over time: from, desired, running, healthy
 *   <dt>{@code requests}
 *   <dd>served, dropped, reasons (how many for each)
 *   <dt>{@code functions}
 *   <dd>by name: invocations, errors, seconds, calls, operations (by {@code service:Operation}: calls, errors)
 *   <dt>{@code messages[]}
 *   <dd>for each message fed from a file: name, end ({@code dealt_with}, {@code dead_letter}, {@code still_waiting}),
 *       last_word (a log line or null)
 * </dl>
 */
public final class JsonReport {
    private JsonReport() {}

    /** The document, pretty-printed. */
    public static String text(RunReport report) {
        try {
            return JSON.std
                    .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                    .asString(document(report));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Map<String, @Nullable Object> document(RunReport report) {
        Window window = report.window();
        return fields(
                "ok", report.succeeded(),
                "why", report.shortcomings(),
                "setup", setup(report.setup()),
                "seconds", Elapsed.seconds(window.since(window.end())),
                "departures", each(report.leavers(), i -> departure(i, window)),
                "n_plus_one", spare(report),
                "service", each(report.service(), s -> service(s, window)),
                "requests", requests(report.traffic()),
                "functions", values(report.functions(), JsonReport::function),
                "messages", each(report.messages(), JsonReport::message));
    }

    private static Map<String, @Nullable Object> setup(RunSetup setup) {
        return fields(
                "instances", setup.instances(),
                "tasks", setup.tasks(),
                "scale_in", setup.scaleIn(),
                "spare", setup.spare(),
                "load_balancer", setup.loadBalancer(),
                "seed", setup.seed(),
                "drainpipe", setup.drainpipe());
    }

    private static Map<String, @Nullable Object> departure(InstanceReport instance, Window window) {
        Map<String, Object> milestones = new LinkedHashMap<>();
        instance.milestones().forEach((m, at) -> milestones.put(key(m), Elapsed.seconds(window.since(at))));
        Map<String, Object> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            if (stage.leaving()) {
                stages.put(key(stage), Elapsed.seconds(instance.in(stage)));
            }
        }
        return fields(
                "instance_id", instance.id(),
                "safe", instance.leftSafely(),
                "by", instance.departure().map(d -> key(d.by())).orElse(null),
                "took", instance.departureTook().map(Elapsed::seconds).orElse(null),
                "leftovers", instance.departure().map(Departure::leftovers).orElse(List.of()),
                "milestones", milestones,
                "stages", stages);
    }

    private static Map<String, @Nullable Object> spare(RunReport report) {
        return fields(
                "n", report.setup().spare(),
                "kept", report.shortfalls().isEmpty(),
                "shortfalls", each(report.shortfalls(), s -> shortfall(s, report.window())));
    }

    private static Map<String, @Nullable Object> shortfall(Shortfall time, Window window) {
        return fields(
                "from", Elapsed.seconds(window.since(time.from())),
                "to", Elapsed.seconds(window.since(time.to())),
                "lowest", time.lowest());
    }

    private static Map<String, @Nullable Object> service(Span<ServiceState> span, Window window) {
        return fields(
                "from", Elapsed.seconds(window.since(span.from())),
                "desired", span.value().desired(),
                "running", span.value().running(),
                "healthy", span.value().healthy());
    }

    private static Map<String, @Nullable Object> requests(TrafficReport traffic) {
        return fields("served", traffic.served(), "dropped", traffic.dropped(), "reasons", traffic.reasons());
    }

    private static Map<String, @Nullable Object> function(FunctionReport function) {
        return fields(
                "invocations", function.invocations(),
                "errors", function.errors(),
                "seconds", Elapsed.seconds(function.took()),
                "calls", function.callsInAll(),
                "operations", values(function.calls(), c -> fields("calls", c.calls(), "errors", c.errors())));
    }

    private static Map<String, @Nullable Object> message(MessageOutcome message) {
        return fields(
                "name", message.name(),
                "end", key(message.end()),
                "last_word", message.lastWord().orElse(null));
    }

    private static <T, R> List<R> each(List<T> list, Function<T, R> writing) {
        return list.stream().map(writing).toList();
    }

    private static <T, R> Map<String, R> values(Map<String, T> map, Function<T, R> writing) {
        Map<String, R> written = new LinkedHashMap<>();
        map.forEach((key, value) -> written.put(key, writing.apply(value)));
        return written;
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
