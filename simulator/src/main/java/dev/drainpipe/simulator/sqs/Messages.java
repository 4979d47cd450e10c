package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The messages that lie in one queue, in the order in which they would be delivered. */
final class Messages {
    private final List<StoredMessage> inOrder = new ArrayList<>();

    void add(StoredMessage message) {
        inOrder.add(message);
    }

    void remove(StoredMessage message) {
        inOrder.remove(message);
    }

    void toTheBack(StoredMessage message) {
        inOrder.remove(message);
        inOrder.add(message);
    }

    void clear() {
        inOrder.clear();
    }

    void dropExpired(Instant now, Duration retention) {
        inOrder.removeIf(message -> message.expired(now, retention));
    }

    /** Those that could be received now; a list of its own. */
    List<StoredMessage> visible(Instant now) {
        return new ArrayList<>(
                inOrder.stream().filter(message -> message.visible(now)).toList());
    }

    /** The same in an order of chance. */
    List<StoredMessage> shuffled(Instant now, Dice dice) {
        List<StoredMessage> left = visible(now);
        List<StoredMessage> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(dice.below(left.size())));
        }
        return shuffled;
    }

    Optional<StoredMessage> find(ReceiptHandle handle) {
        return inOrder.stream().filter(message -> message.is(handle)).findFirst();
    }

    List<String> bodies() {
        return inOrder.stream().map(StoredMessage::body).toList();
    }

    int count(Predicate<StoredMessage> what) {
        return (int) inOrder.stream().filter(what).count();
    }
}
