package dev.drainpipe.simulator.iam;

import dev.drainpipe.simulator.world.Account;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What calls of SQS need; a batch is covered by the single action (Amazon SQS Developer Guide, "Amazon SQS API
 * permissions").
 */
record SqsAccesses(Account account) implements Accesses {
    private static final String BATCH = "Batch";

    @Override
    public Optional<List<Access>> of(String operation, SdkPojo request) {
        String single =
                operation.endsWith(BATCH) ? operation.substring(0, operation.length() - BATCH.length()) : operation;
        String action = "sqs:" + single;
        if (operation.equals("ListQueues")) {
            return Optional.of(List.of(Access.toAnything(action)));
        }
        Fields fields = new Fields(request);
        return fields.text("queueUrl")
                .or(() -> fields.text("queueName"))
                .map(queue -> List.of(new Access(action, arn(queue), Map.of())));
    }

    /** The ARN of a queue's name or URL, which ends with the name. */
    private String arn(String queue) {
        return account.arn("sqs", queue.substring(queue.lastIndexOf('/') + 1));
    }
}
