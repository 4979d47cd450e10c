package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How many container instances of each cluster are ACTIVE, now and before. */
public final class Headcounts {
    private final Map<String, Map<String, ContainerInstanceStatus>> latest = new HashMap<>();
    private final Map<String, List<Count>> history = new HashMap<>();

    /** From this moment on there were so many. */
    private record Count(Instant since, int active, int connected) {}

    /**
     * The fewest and the most of a time.
     *
     * @param connected the most of those whose agent was connected
     */
    public record Range(int fewest, int most, int connected) {}

    void accept(ContainerInstanceStatus event) {
        Map<String, ContainerInstanceStatus> cluster = latest.computeIfAbsent(event.cluster(), name -> new HashMap<>());
        cluster.put(event.instanceId(), event);
        int active = (int) cluster.values().stream().filter(Headcounts::active).count();
        int connected = (int) cluster.values().stream()
                .filter(instance -> active(instance) && instance.agentConnected())
                .count();
        history.computeIfAbsent(event.cluster(), name -> new ArrayList<>())
                .add(new Count(event.at(), active, connected));
    }

    private static boolean active(ContainerInstanceStatus instance) {
        return instance.status().equals("ACTIVE");
    }

    /** Of a cluster since then. */
    public Range since(String cluster, Instant moment) {
        List<Count> counts = history.getOrDefault(cluster, List.of());
        int from = (int)
                counts.stream().filter(count -> !count.since().isAfter(moment)).count();
        List<Count> some = counts.subList(Math.max(0, from - 1), counts.size());
        IntStream active = some.stream().mapToInt(Count::active);
        int before = from == 0 ? 0 : Integer.MAX_VALUE;
        return new Range(
                Math.min(before, active.min().orElse(0)),
                some.stream().mapToInt(Count::active).max().orElse(0),
                some.stream().mapToInt(Count::connected).max().orElse(0));
    }
}
