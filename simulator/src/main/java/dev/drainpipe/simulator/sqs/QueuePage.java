package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.query.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of queues, in the order of their names.
 *
 * @param nextToken empty on the last page, and always when the caller did not ask for pages
 */
record QueuePage(List<Queue> queues, Optional<String> nextToken) {
    private static final int LARGEST = 1000;

    /**
     * The page that this token leads to, or the first one.
     *
     * @param size 1 to 1000; without it there is one page of up to 1000 queues and no token (Amazon SQS API reference,
     *     ListQueues)
     */
    static QueuePage of(List<Queue> all, @Nullable Integer size, @Nullable String token) {
        if (size != null && (size < 1 || size > LARGEST)) {
            throw SqsErrors.invalid(size, "MaxResults", "MaxResults must be an integer between 1 and 1000.");
        }
        Page.Wanted wanted = new Page.Wanted(size == null ? LARGEST : size, token);
        return Page.of(all, Queue::name, wanted)
                .map(page -> new QueuePage(page.items(), size == null ? Optional.empty() : page.next()))
                .orElseThrow(
                        () -> SqsErrors.invalid(String.valueOf(token), "NextToken", "Invalid or expired next token."));
    }

    List<String> urls() {
        return queues.stream().map(Queue::url).toList();
    }
}
