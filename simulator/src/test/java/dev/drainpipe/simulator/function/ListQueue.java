package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue made of a list, with a visibility time-out. */
final class ListQueue implements Source {
    static final Duration VISIBILITY = Duration.ofSeconds(30);

    private final World world;
    private final Map<String, Instant> visibleFrom = new LinkedHashMap<>();
    private final Map<String, Integer> receives = new LinkedHashMap<>();

    ListQueue(World world) {
        this.world = world;
    }

    void send(String... ids) {
        for (String id : ids) {
            visibleFrom.put(id, world.now());
        }
    }

    List<String> left() {
        return List.copyOf(visibleFrom.keySet());
    }

    int receives(String id) {
        return receives.getOrDefault(id, 0);
    }

    @Override
    public String arn() {
        return "arn:aws:sqs:eu-central-1:111122223333:q";
    }

    @Override
    public Duration visibilityTimeout() {
        return VISIBILITY;
    }

    @Override
    public List<Message> receive(int max) {
        List<Message> received = new ArrayList<>();
        for (String id : left()) {
            if (received.size() < max && !world.now().isBefore(visibleFrom.getOrDefault(id, Instant.MAX))) {
                visibleFrom.put(id, world.now().plus(VISIBILITY));
                receives.merge(id, 1, Integer::sum);
                received.add(message(id, receives(id)));
            }
        }
        return received;
    }

    @Override
    public void delete(String receiptHandle) {
        visibleFrom.remove(receiptHandle.split(" ", -1)[0]);
    }

    static Message message(String id, int count) {
        return Message.builder()
                .messageId(id)
                .receiptHandle(id + " received " + count)
                .body("{\"n\":\"" + id + "\"}")
                .md5OfBody("0123456789abcdef0123456789abcdef")
                .attributes(Map.of(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, String.valueOf(count),
                        MessageSystemAttributeName.SENT_TIMESTAMP, "1767225600000",
                        MessageSystemAttributeName.SENDER_ID, "AIDAEXAMPLE",
                        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, "1767225601000"))
                .build();
    }
}
