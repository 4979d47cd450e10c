package dev.drainpipe.simulator.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of queues, in the order of their names.
 *
 * @param nextToken empty on the last page, and always when the caller did not ask for pages
 */
record Page(List<Queue> queues, Optional<String> nextToken) {
    private static final int LARGEST = 1000;

    /**
     * The page that this token leads to, or the first one.
     *
     * @param size 1 to 1000; without it there is one page of up to 1000 queues and no token (Amazon SQS API reference,
     *     ListQueues)
     */
    static Page of(List<Queue> all, @Nullable Integer size, @Nullable String token) {
        if (size != null && (size < 1 || size > LARGEST)) {
            throw SqsErrors.invalid(size, "MaxResults", "MaxResults must be an integer between 1 and 1000.");
        }
        String after = token == null ? "" : decode(token);
        List<Queue> rest =
                all.stream().filter(queue -> queue.name().compareTo(after) > 0).toList();
        int length = Math.min(rest.size(), size == null ? LARGEST : size);
        List<Queue> page = rest.subList(0, length);
        boolean more = size != null && length < rest.size();
        return new Page(page, more ? Optional.of(encode(page.get(length - 1).name())) : Optional.empty());
    }

    List<String> urls() {
        return queues.stream().map(Queue::url).toList();
    }

    private static String encode(String name) {
        return Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw SqsErrors.invalid(token, "NextToken", "Invalid or expired next token.");
        }
    }
}
