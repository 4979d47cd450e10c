package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.Delivery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The drains of one tick, each once, however many messages ask for it. */
final class Pending {
    private final Map<LifecycleAction, DrainRequest> requests = new LinkedHashMap<>();
    private final Map<LifecycleAction, Map<String, Delivery>> deliveries = new LinkedHashMap<>();

    /** Adds what a message asks for; of a message that came before, its latest receipt handle counts. */
    void add(DrainRequest request, Delivery delivery) {
        requests.putIfAbsent(request.action(), request);
        deliveries
                .computeIfAbsent(request.action(), key -> new LinkedHashMap<>())
                .put(delivery.messageId(), delivery);
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    /** The drains, in the order in which they came. */
    List<DrainRequest> requests() {
        return List.copyOf(requests.values());
    }

    /** The messages that ask for a drain. */
    List<Delivery> messages(DrainRequest request) {
        return List.copyOf(deliveries.getOrDefault(request.action(), Map.of()).values());
    }

    /** Ends drains, and gives back all messages that asked for them. */
    List<Delivery> finish(List<DrainRequest> finished) {
        List<Delivery> done = new ArrayList<>();
        for (DrainRequest request : finished) {
            done.addAll(messages(request));
            requests.remove(request.action());
            deliveries.remove(request.action());
        }
        return done;
    }
}
