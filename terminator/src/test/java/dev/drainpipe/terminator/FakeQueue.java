package dev.drainpipe.terminator;

import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Inbox;
import dev.drainpipe.port.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A queue as a list: what was put on it comes once, ten at a time. */
final class FakeQueue implements Inbox, Outbox {
    final Deque<Delivery> waiting = new ArrayDeque<>();
    final List<Duration> hidden = new ArrayList<>();
    final List<String> deleted = new ArrayList<>();
    final List<Outgoing> sent = new ArrayList<>();
    boolean refusesToSend;

    @Nullable RuntimeException failure;

    void put(String messageId, String body, Instant sentAt, int receiveCount) {
        waiting.add(new Delivery(messageId, "handle-" + messageId, body, sentAt, receiveCount));
    }

    @Override
    public List<Delivery> receive(Duration time) {
        hidden.add(time);
        if (failure != null) {
            throw failure;
        }
        List<Delivery> batch = new ArrayList<>();
        while (!waiting.isEmpty() && batch.size() < 10) {
            batch.add(waiting.remove());
        }
        return batch;
    }

    @Override
    public List<Delivery> delete(Collection<Delivery> done) {
        done.forEach(delivery -> deleted.add(delivery.messageId()));
        return List.of();
    }

    @Override
    public Map<String, String> send(List<Outgoing> messages) {
        if (refusesToSend) {
            return Map.of(messages.get(0).id(), "InternalError");
        }
        sent.addAll(messages);
        return Map.of();
    }
}
