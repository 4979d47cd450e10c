package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.message.Delivery;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The drains that a batch of messages asks for, each once, and which messages must come again. */
final class Jobs {
    private final Map<LifecycleAction, DrainRequest> requests = new LinkedHashMap<>();
    private final Map<LifecycleAction, Set<String>> messageIds = new LinkedHashMap<>();
    private final Set<String> failed = new LinkedHashSet<>();

    void add(DrainRequest request, Delivery delivery) {
        requests.putIfAbsent(request.action(), request);
        messageIds
                .computeIfAbsent(request.action(), key -> new LinkedHashSet<>())
                .add(delivery.messageId());
    }

    /** The drains that have not failed, in the order in which they came. */
    List<DrainRequest> requests() {
        return List.copyOf(requests.values());
    }

    /** A message must come again. */
    void fail(Delivery delivery) {
        failed.add(delivery.messageId());
    }

    /** All messages that ask for a drain must come again, and nothing more is done for it now. */
    void fail(DrainRequest request) {
        requests.remove(request.action());
        failed.addAll(messageIds.getOrDefault(request.action(), Set.of()));
    }

    /** The ids of the messages that must come again. */
    Set<String> failedMessageIds() {
        return Collections.unmodifiableSet(failed);
    }
}
