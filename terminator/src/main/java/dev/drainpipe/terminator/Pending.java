package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.message.Delivery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The requests of one tick, each once, however many messages ask for it.
 *
 * <p>The earliest deadline that any message brought for an instance holds for all requests of the instance. So Spot's two
 * minutes bound the drain that the group's hook asked for.
 */
final class Pending {
    private final Map<String, List<Entry>> byInstance = new LinkedHashMap<>();
    private final Map<String, Instant> deadlines = new HashMap<>();
    private final Set<String> everAskedFor = new HashSet<>();

    /** One request, and the messages that ask for it. */
    private static final class Entry {
        private DrainRequest request;
        private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

        Entry(DrainRequest request) {
            this.request = request;
        }
    }

    /** Adds what a message asks for; of a message that came before, its latest receipt handle counts. */
    void add(DrainRequest request, Delivery delivery) {
        List<Entry> entries = byInstance.computeIfAbsent(request.instanceId(), id -> new ArrayList<>());
        Entry entry = entries.stream()
                .filter(known -> Requests.same(known.request, request))
                .findFirst()
                .orElseGet(() -> added(entries, request));
        entry.request = Requests.merged(entry.request, request);
        entry.deliveries.put(delivery.messageId(), delivery);
        bound(request);
        if (Kind.of(request) == Kind.LET_GO) {
            everAskedFor.add(request.instanceId());
        }
    }

    /** Adds a drain whose message is somewhere else just now; nothing if it is here. */
    void remember(DrainRequest request) {
        List<Entry> entries = byInstance.computeIfAbsent(request.instanceId(), id -> new ArrayList<>());
        if (entries.stream().noneMatch(known -> Requests.same(known.request, request))) {
            added(entries, request);
            bound(request);
        }
    }

    private void bound(DrainRequest request) {
        Instant deadline = request.occasion().deadline();
        if (deadline != null) {
            deadlines.merge(request.instanceId(), deadline, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    boolean isEmpty() {
        return byInstance.isEmpty();
    }

    /** All requests, in the order in which their instances came. */
    List<DrainRequest> all() {
        return byInstance.values().stream()
                .flatMap(List::stream)
                .map(entry -> bounded(entry.request))
                .toList();
    }

    /** Those to look at: an instance that is drained for a hook need not be watched besides. */
    List<DrainRequest> requests() {
        Set<String> drained = new HashSet<>();
        all().stream()
                .filter(request -> Kind.of(request) == Kind.LET_GO)
                .forEach(request -> drained.add(request.instanceId()));
        return all().stream()
                .filter(request -> Kind.of(request) != Kind.WATCH || !drained.contains(request.instanceId()))
                .toList();
    }

    /** The messages that ask for the same as a request. */
    List<Delivery> messages(DrainRequest request) {
        return byInstance.getOrDefault(request.instanceId(), List.of()).stream()
                .filter(entry -> Requests.same(entry.request, request))
                .findFirst()
                .map(entry -> List.copyOf(entry.deliveries.values()))
                .orElse(List.of());
    }

    /** Ends requests, and gives back all messages that asked for them. */
    List<Delivery> finish(List<DrainRequest> finished) {
        List<Delivery> done = new ArrayList<>();
        for (DrainRequest request : finished) {
            done.addAll(messages(request));
            List<Entry> entries = byInstance.getOrDefault(request.instanceId(), new ArrayList<>());
            entries.stream()
                    .filter(entry -> Requests.same(entry.request, request))
                    .findFirst()
                    .ifPresent(entries::remove);
            if (entries.isEmpty()) {
                byInstance.remove(request.instanceId());
            }
        }
        return done;
    }

    /** The instances for which any message of this tick asked that they be let go, finished or not. */
    Set<String> everAskedFor() {
        return new LinkedHashSet<>(everAskedFor);
    }

    private DrainRequest bounded(DrainRequest request) {
        Instant deadline = deadlines.get(request.instanceId());
        return deadline == null ? request : Requests.until(request, deadline);
    }

    private static Entry added(List<Entry> entries, DrainRequest request) {
        Entry entry = new Entry(request);
        entries.add(entry);
        return entry;
    }
}
