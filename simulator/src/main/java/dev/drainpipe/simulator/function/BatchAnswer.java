package dev.drainpipe.simulator.function;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which messages of a batch failed, by the function's own answer.
 *
 * <p>An answer that Lambda cannot understand fails the whole batch: invalid JSON, an empty or null
 * {@code itemIdentifier}, a misspelt key, an unknown message id. An empty or null answer or list means that all went
 * well (Lambda developer guide, "Implementing partial batch responses").
 */
final class BatchAnswer {
    private BatchAnswer() {}

    /** The ids of the messages that failed; all of them if the answer makes no sense. */
    static Set<String> failures(String answer, Set<String> messageIds) {
        try {
            Set<String> failed = read(answer);
            return messageIds.containsAll(failed) ? failed : messageIds;
        } catch (UncheckedIOException | IllegalArgumentException nonsense) {
            return messageIds;
        }
    }

    private static Set<String> read(String answer) {
        if (answer.isBlank() || answer.strip().equals("null")) {
            return Set.of();
        }
        if (!(Documents.read(answer) instanceof Map<?, ?> document)) {
            throw new IllegalArgumentException("not an object");
        }
        if (!document.isEmpty() && !document.containsKey("batchItemFailures")) {
            throw new IllegalArgumentException("misspelt key");
        }
        Object items = document.get("batchItemFailures");
        if (items == null) {
            return Set.of();
        }
        if (!(items instanceof List<?> list)) {
            throw new IllegalArgumentException("not a list");
        }
        Set<String> failed = new HashSet<>();
        list.forEach(item -> failed.add(identifier(item)));
        return failed;
    }

    private static String identifier(Object item) {
        if (item instanceof Map<?, ?> entry && entry.get("itemIdentifier") instanceof String id && !id.isEmpty()) {
            return id;
        }
        throw new IllegalArgumentException("no itemIdentifier");
    }
}
