package dev.drainpipe.lambda;

import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages that an event source mapping brought, as a queue: they are there once, and what is deleted is not named
 * among those that come again, so that Lambda deletes it.
 */
public final class BatchInbox implements Inbox {
    private final List<Delivery> waiting;
    private final Set<String> comeAgain;

    public BatchInbox(Collection<Delivery> brought) {
        this.waiting = new ArrayList<>(brought);
        this.comeAgain = brought.stream().map(Delivery::messageId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** All of them the first time; how long they are hidden the queue has said already. */
    @Override
    public List<Delivery> receive(Duration hidden) {
        List<Delivery> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }

    @Override
    public List<Delivery> delete(Collection<Delivery> done) {
        done.forEach(delivery -> comeAgain.remove(delivery.messageId()));
        return List.of();
    }

    /** The ids of those that must come again. */
    public Set<String> comeAgain() {
        return new LinkedHashSet<>(comeAgain);
    }
}
