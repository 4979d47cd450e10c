package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.world.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/**
 * Draws calls that both implementations are asked.
 *
 * <p>No time passes between two calls, and no receive leaves a visible message behind: which message comes first is
 * nobody's promise.
 */
final class OracleCalls {
    /** A call, and what it is in words. */
    record Step(String words, Function<OracleSide, String> call) {}

    /** A queue holds no more than one receive can take. */
    private static final int MOST = 10;

    private final Dice dice;
    private final Sqs ours;
    private final String dead;
    private final String source;
    private final String plain;
    private final List<String> queues;
    private final List<String> bodies = new ArrayList<>(List.of("never sent"));
    private final OracleHandleCalls byHandle;

    /** Calls drawn from this seed, on queues of their own; our side is looked at to know how full they are. */
    OracleCalls(long seed, Sqs ours) {
        this.dice = new Dice(seed);
        this.byHandle = new OracleHandleCalls(dice, bodies);
        this.ours = ours;
        this.dead = "dead" + seed;
        this.source = "source" + seed;
        this.plain = "plain" + seed;
        this.queues = List.of(dead, source, plain);
    }

    /** Makes the queues that the calls are about. */
    List<Step> beginning() {
        String policy = "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:111122223333:%s\",\"maxReceiveCount\":2}"
                .formatted(dead);
        return List.of(
                create(dead, Map.of("VisibilityTimeout", "600")),
                create(source, Map.of("RedrivePolicy", policy, "VisibilityTimeout", "600")),
                create(plain, Map.of("VisibilityTimeout", "600")));
    }

    private static Step create(String queue, Map<String, String> attributes) {
        return new Step("CreateQueue " + queue + attributes, side -> {
            String url = side.client()
                    .createQueue(r -> r.queueName(queue).attributesWithStrings(attributes))
                    .queueUrl();
            return url.substring(url.lastIndexOf('/'));
        });
    }

    Step next() {
        return switch (dice.below(17)) {
            case 0, 1, 2 -> send(dice.oneOf(queues));
            case 3 -> sendBatch(dice.oneOf(queues));
            case 4, 5, 6, 7 -> receive(dice.oneOf(queues));
            case 8 -> byHandle.delete(dice.oneOf(queues), dice.oneOf(bodies));
            case 9 -> byHandle.deleteBatch(dice.oneOf(queues));
            case 10, 11 -> byHandle.changeVisibility(dice.oneOf(queues), dice.oneOf(bodies));
            case 12 -> byHandle.changeVisibilityBatch(dice.oneOf(queues));
            case 13 -> counts(dice.oneOf(queues));
            case 14 -> tag(dice.oneOf(queues));
            case 15 -> byHandle.deleteByOlderHandle(dice.oneOf(queues), dice.oneOf(bodies));
            default -> oddity();
        };
    }

    private Queue queue(String name) {
        return ours.byName(name).orElseThrow();
    }

    private int room(String name) {
        Queue queue = queue(name);
        return MOST - queue.visible() - queue.inFlight() - queue.delayed();
    }

    private String newBody() {
        bodies.add("message " + bodies.size());
        return bodies.get(bodies.size() - 1);
    }

    private Step send(String queue) {
        if (room(queue) < 1) {
            return drain(queue);
        }
        String body = newBody();
        int delay = dice.oneOf(List.of(0, 0, 0, 900));
        Map<String, MessageAttributeValue> attributes = attributes();
        return new Step("SendMessage %s %s delay %d %s".formatted(queue, body, delay, attributes.keySet()), side -> {
            var answer = side.client()
                    .sendMessage(r -> r.queueUrl(side.url(queue))
                            .messageBody(body)
                            .delaySeconds(delay)
                            .messageAttributes(attributes));
            return answer.md5OfMessageBody() + " " + answer.md5OfMessageAttributes();
        });
    }

    private Map<String, MessageAttributeValue> attributes() {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        for (int i = dice.below(4); i > 0; i--) {
            MessageAttributeValue.Builder value = MessageAttributeValue.builder();
            if (dice.below(3) == 0) {
                value.dataType("Binary").binaryValue(SdkBytes.fromUtf8String(dice.hex(6)));
            } else {
                value.dataType(dice.oneOf(List.of("String", "Number", "String.custom")))
                        .stringValue(String.valueOf(dice.below(1000)));
            }
            attributes.put(dice.oneOf(List.of("x", "y.z", "Z-1")), value.build());
        }
        return attributes;
    }

    private Step sendBatch(String queue) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(3, room(queue)); i++) {
            String id = dice.below(8) == 0 ? "same" : "id" + i;
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(id)
                    .messageBody(newBody())
                    .delaySeconds(dice.below(6) == 0 ? 901 : 0)
                    .build());
        }
        if (entries.isEmpty()) {
            return drain(queue);
        }
        return new Step("SendMessageBatch " + queue + " " + entries, side -> {
            var answer = side.client()
                    .sendMessageBatch(r -> r.queueUrl(side.url(queue)).entries(entries));
            return OracleHandleCalls.batch(
                    answer.successful().stream()
                            .map(SendMessageBatchResultEntry::id)
                            .toList(),
                    "sent",
                    answer.failed());
        });
    }

    private Step receive(String queue) {
        int max = Math.max(1 + dice.below(MOST), queue(queue).visible());
        Optional<Integer> visibility = dice.oneOf(List.of(Optional.empty(), Optional.of(0), Optional.of(700)));
        return new Step("ReceiveMessage %s %d %s".formatted(queue, max, visibility), side -> {
            var answer = side.client()
                    .receiveMessage(r -> r.queueUrl(side.url(queue))
                            .maxNumberOfMessages(max)
                            .visibilityTimeout(visibility.orElse(null))
                            .messageSystemAttributeNamesWithStrings("All")
                            .messageAttributeNames("All"));
            return side.messages(queue, answer.messages());
        });
    }

    /** Makes room: takes everything out and deletes it. */
    private Step drain(String queue) {
        return new Step("drain " + queue, side -> {
            var messages = side.client()
                    .receiveMessage(r -> r.queueUrl(side.url(queue)).maxNumberOfMessages(MOST))
                    .messages();
            messages.forEach(message -> side.client()
                    .deleteMessage(r -> r.queueUrl(side.url(queue)).receiptHandle(message.receiptHandle())));
            return String.valueOf(messages.size());
        });
    }

    private Step counts(String queue) {
        return new Step("GetQueueAttributes " + queue, side -> {
            Map<String, String> values = new TreeMap<>(side.client()
                    .getQueueAttributes(r -> r.queueUrl(side.url(queue)).attributeNamesWithStrings("All"))
                    .attributesAsStrings());
            values.keySet().removeAll(List.of("CreatedTimestamp", "LastModifiedTimestamp"));
            return values.toString();
        });
    }

    private Step tag(String queue) {
        String key = dice.oneOf(List.of("k1", "k2"));
        boolean on = dice.below(2) == 0;
        return new Step("tag %s %s %b".formatted(queue, key, on), side -> {
            if (on) {
                side.client().tagQueue(r -> r.queueUrl(side.url(queue)).tags(Map.of(key, "v")));
            } else {
                side.client().untagQueue(r -> r.queueUrl(side.url(queue)).tagKeys(key));
            }
            return new TreeMap<>(side.client()
                            .listQueueTags(r -> r.queueUrl(side.url(queue)))
                            .tags())
                    .toString();
        });
    }

    private Step oddity() {
        return switch (dice.below(7)) {
            case 0 ->
                new Step(
                        "GetQueueUrl of none",
                        side -> side.client()
                                .getQueueUrl(r -> r.queueName("nowhere"))
                                .queueUrl());
            case 1 ->
                new Step(
                        "SendMessage to none",
                        side -> side.client()
                                .sendMessage(
                                        r -> r.queueUrl(side.url("nowhere")).messageBody("x"))
                                .md5OfMessageBody());
            case 2 -> create(plain, Map.of("VisibilityTimeout", "601"));
            case 3 -> create(plain, Map.of("VisibilityTimeout", "600"));
            case 4 ->
                new Step(
                        "ReceiveMessage of 11",
                        side -> side.messages(
                                plain,
                                side.client()
                                        .receiveMessage(
                                                r -> r.queueUrl(side.url(plain)).maxNumberOfMessages(11))
                                        .messages()));
            case 5 ->
                new Step(
                        "SendMessageBatch of none",
                        side -> String.valueOf(side.client()
                                .sendMessageBatch(
                                        r -> r.queueUrl(side.url(plain)).entries(List.of()))
                                .hasSuccessful()));
            default ->
                new Step(
                        "ListDeadLetterSourceQueues",
                        side -> String.valueOf(side.client()
                                .listDeadLetterSourceQueues(r -> r.queueUrl(side.url(dead)))
                                .queueUrls()
                                .size()));
        };
    }
}
