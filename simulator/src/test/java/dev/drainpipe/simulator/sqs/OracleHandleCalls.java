package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.world.Dice;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;

/** The calls that name messages by their receipt handles. */
record OracleHandleCalls(Dice dice, List<String> bodies) {
    OracleCalls.Step delete(String queue, String body) {
        return new OracleCalls.Step("DeleteMessage %s %s".formatted(queue, body), side -> {
            side.client().deleteMessage(r -> r.queueUrl(side.url(queue)).receiptHandle(side.handle(queue, body)));
            return "deleted";
        });
    }

    OracleCalls.Step deleteByOlderHandle(String queue, String body) {
        return new OracleCalls.Step("DeleteMessage by an older handle %s %s".formatted(queue, body), side -> {
            side.client().deleteMessage(r -> r.queueUrl(side.url(queue)).receiptHandle(side.olderHandle(queue, body)));
            return "deleted";
        });
    }

    OracleCalls.Step deleteBatch(String queue) {
        List<String> some = List.of(dice.oneOf(bodies), dice.oneOf(bodies));
        return new OracleCalls.Step("DeleteMessageBatch %s %s".formatted(queue, some), side -> {
            var answer = side.client()
                    .deleteMessageBatch(r -> r.queueUrl(side.url(queue))
                            .entries(
                                    deletion("0", side.handle(queue, some.get(0))),
                                    deletion("1", side.handle(queue, some.get(1)))));
            return batch(
                    answer.successful().stream()
                            .map(DeleteMessageBatchResultEntry::id)
                            .toList(),
                    "deleted",
                    answer.failed());
        });
    }

    private static DeleteMessageBatchRequestEntry deletion(String id, String handle) {
        return DeleteMessageBatchRequestEntry.builder()
                .id(id)
                .receiptHandle(handle)
                .build();
    }

    OracleCalls.Step changeVisibility(String queue, String body) {
        int seconds = dice.oneOf(List.of(0, 0, 600));
        return new OracleCalls.Step("ChangeMessageVisibility %s %s %d".formatted(queue, body, seconds), side -> {
            side.client()
                    .changeMessageVisibility(r -> r.queueUrl(side.url(queue))
                            .receiptHandle(side.handle(queue, body))
                            .visibilityTimeout(seconds));
            return "changed";
        });
    }

    OracleCalls.Step changeVisibilityBatch(String queue) {
        String body = dice.oneOf(bodies);
        return new OracleCalls.Step("ChangeMessageVisibilityBatch %s %s".formatted(queue, body), side -> {
            var answer = side.client()
                    .changeMessageVisibilityBatch(r -> r.queueUrl(side.url(queue))
                            .entries(List.of(ChangeMessageVisibilityBatchRequestEntry.builder()
                                    .id("0")
                                    .receiptHandle(side.handle(queue, body))
                                    .visibilityTimeout(0)
                                    .build())));
            return batch(
                    answer.successful().stream()
                            .map(ChangeMessageVisibilityBatchResultEntry::id)
                            .toList(),
                    "changed",
                    answer.failed());
        });
    }

    /** One line per entry, in the order of their ids. */
    static String batch(List<String> successful, String done, List<BatchResultErrorEntry> failed) {
        return Stream.concat(
                        successful.stream().map(id -> id + " " + done),
                        failed.stream().map(entry -> entry.id() + " error " + entry.code()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
