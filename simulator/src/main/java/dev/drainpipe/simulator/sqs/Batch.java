package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;

/**
 * A batch of entries, each of which succeeds or fails alone.
 *
 * @param entries as sent
 * @param id an entry's id
 * @param entryName what an entry is called in errors
 */
record Batch<E>(List<E> entries, Function<E, String> id, String entryName) {
    /** Amazon SQS API reference, SendMessageBatch: a batch has 1 to 10 entries. */
    private static final int MOST = 10;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /** Refuses the batch as a whole if its number or ids are wrong. */
    Batch<E> checked() {
        if (entries.isEmpty()) {
            throw SqsErrors.emptyBatch(entryName);
        } else if (entries.size() > MOST) {
            throw SqsErrors.batchTooLarge(entries.size());
        }
        Set<String> seen = new HashSet<>();
        for (E entry : entries) {
            String text = Parameters.required(id.apply(entry), entryName + ".Id");
            if (!ID.matcher(text).matches()) {
                throw SqsErrors.badBatchId();
            } else if (!seen.add(text)) {
                throw SqsErrors.idRepeated(text);
            }
        }
        return this;
    }

    /** Does each entry, and gives the failures. */
    List<BatchResultErrorEntry> each(Consumer<E> work) {
        List<BatchResultErrorEntry> failed = new ArrayList<>();
        for (E entry : entries) {
            try {
                work.accept(entry);
            } catch (AwsError error) {
                failed.add(BatchResultErrorEntry.builder()
                        .id(id.apply(entry))
                        .senderFault(error.status() < 500)
                        .code(error.code())
                        .message(error.text())
                        .build());
            }
        }
        return failed;
    }
}
