package dev.drainpipe.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run came to: everything that the summary, the JSON and the picture show.
 *
 * @param setup what was asked for
 * @param window the time it covers
 * @param instances every instance, in the order of their launch
 * @param service the service's counts over time
 * @param activeInstances ACTIVE container instances with a connected agent, over time
 * @param shortfalls when N+1 was not kept
 * @param traffic requests
 * @param functions what each function did, by name
 * @param messages what became of each lifecycle message that was fed from a file
 */
public record RunReport(
        RunSetup setup,
        Window window,
        List<InstanceReport> instances,
        List<Span<ServiceState>> service,
        List<Span<Integer>> activeInstances,
        List<Shortfall> shortfalls,
        TrafficReport traffic,
        Map<String, FunctionReport> functions,
        List<MessageOutcome> messages) {
    public RunReport {
        instances = List.copyOf(instances);
        messages = List.copyOf(messages);
        functions = Collections.unmodifiableMap(new TreeMap<>(functions));
    }

    /** The same with what became of the messages that were fed. */
    public RunReport withMessages(List<MessageOutcome> outcomes) {
        return new RunReport(
                setup, window, instances, service, activeInstances, shortfalls, traffic, functions, outcomes);
    }

    /** The instances that were asked to leave, in the order in which they were. */
    public List<InstanceReport> leavers() {
        return instances.stream()
                .filter(InstanceReport::left)
                .sorted(Comparator.comparing(
                        i -> Optional.ofNullable(i.milestones().get(Milestone.TERMINATING))
                                .orElse(window.end())))
                .toList();
    }

    /** Whether every instance that was to leave was let go safely, no request dropped, every message dealt with. */
    public boolean succeeded() {
        return shortcomings().isEmpty();
    }

    /** Why the run did not succeed, in plain sentences; empty if it did. */
    public List<String> shortcomings() {
        List<String> sentences = new ArrayList<>();
        List<InstanceReport> leavers = leavers();
        if (leavers.size() < setup.scaleIn()) {
            sentences.add("Only %d of %d instances were asked to leave.".formatted(leavers.size(), setup.scaleIn()));
        }
        leavers.forEach(i -> sentences.addAll(shortcomings(i)));
        if (traffic.dropped() > 0) {
            sentences.add(
                    traffic.dropped() == 1 ? "1 request was dropped." : traffic.dropped() + " requests were dropped.");
        }
        messages.stream()
                .filter(message -> message.end() == MessageOutcome.End.STILL_WAITING)
                .forEach(message -> sentences.add("%s was not dealt with.".formatted(message.name())));
        return List.copyOf(sentences);
    }

    private static List<String> shortcomings(InstanceReport instance) {
        if (instance.departure().isEmpty()) {
            return List.of("%s was not let go.".formatted(instance.id()));
        }
        Departure departure = instance.departure().get();
        if (departure.safe()) {
            return List.of();
        }
        return List.of("%s was %s with work left: %s."
                .formatted(instance.id(), departure.by().words(), String.join("; ", departure.leftovers())));
    }
}
