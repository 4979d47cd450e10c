package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.time.Timeline.Planned;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Feeds a function from a queue, in batches: deletes what succeeded, leaves what failed to its visibility time-out.
 *
 * <p>Facts from the Lambda developer guide, "Using Lambda with Amazon SQS" and its sub-pages. Difference from AWS: a
 * message is noticed at the next full poll interval instead of within a long poll.
 */
public final class EventSourceMapping {
    /** How often the queue is looked at; long polls would notice a message sooner, by less than this. */
    private static final Duration POLL = Duration.ofSeconds(1);
    /** The most that one ReceiveMessage gives. */
    private static final int RECEIVE_LIMIT = 10;

    private final World world;
    private final Functions functions;
    private final Source source;
    private final MappingSettings settings;
    private final Concurrency concurrency;
    private final List<Message> gathered = new ArrayList<>();
    private Instant gatheringSince = Instant.MAX;
    private @Nullable Planned polling;

    /**
     * A mapping that is still disabled.
     *
     * @throws IllegalArgumentException if the queue would show a message again while the function may still work on it;
     *     Lambda refuses to create such a mapping
     */
    public EventSourceMapping(World world, Functions functions, Source source, MappingSettings settings) {
        this.world = world;
        this.functions = functions;
        this.source = source;
        this.settings = settings;
        this.concurrency = new Concurrency(settings.maximumConcurrency());
        FunctionSpec spec = functions
                .find(settings.function())
                .orElseThrow(() -> new IllegalArgumentException("Function not found: " + settings.function()));
        if (source.visibilityTimeout().compareTo(spec.timeout()) < 0) {
            throw new IllegalArgumentException(
                    "Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
                            .formatted(
                                    source.visibilityTimeout().toSeconds(),
                                    spec.timeout().toSeconds()));
        }
    }

    /** Starts polling; nothing if it polls already. */
    public void enable() {
        if (polling == null) {
            pollAfter(world.dice().of("pollers of " + source.arn()).between(Duration.ZERO, POLL));
        }
    }

    /** The pollers of two mappings know nothing of each other, so they do not poll at the same moments. */
    private void pollAfter(Duration wait) {
        polling = world.timeline().after(wait, () -> {
            pollAfter(POLL);
            poll();
        });
    }

    /** Stops polling; batches that run go on to their end. */
    public void disable() {
        if (polling != null) {
            polling.cancel();
            polling = null;
        }
    }

    private void poll() {
        while (concurrency.free()) {
            gather();
            if (gathered.isEmpty() || !due()) {
                return;
            }
            List<Message> batch = List.copyOf(gathered);
            gathered.clear();
            invoke(batch);
        }
    }

    private void gather() {
        while (gathered.size() < settings.batchSize()) {
            List<Message> more = source.receive(Math.min(RECEIVE_LIMIT, settings.batchSize() - gathered.size()));
            if (more.isEmpty()) {
                return;
            }
            if (gathered.isEmpty()) {
                gatheringSince = world.now();
            }
            gathered.addAll(more);
        }
    }

    private boolean due() {
        return gathered.size() >= settings.batchSize()
                || !gatheringSince.plus(settings.batchingWindow()).isAfter(world.now());
    }

    private void invoke(List<Message> batch) {
        concurrency.started();
        String event = new SqsEvent(source.arn(), batch).toJson();
        functions.invoke(settings.function(), event, outcome -> ended(batch, outcome));
    }

    private void ended(List<Message> batch, Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            concurrency.succeeded();
            Set<String> failed = failed(batch, answered.answer());
            batch.stream().filter(m -> !failed.contains(m.messageId())).forEach(m -> source.delete(m.receiptHandle()));
        } else if (settings.reportBatchItemFailures()) {
            // With partial answers switched on, Lambda does not scale down when invocations fail.
            concurrency.succeeded();
        } else {
            concurrency.failed();
        }
    }

    private Set<String> failed(List<Message> batch, String answer) {
        if (!settings.reportBatchItemFailures()) {
            return Set.of();
        }
        return BatchAnswer.failures(
                answer, batch.stream().map(Message::messageId).collect(Collectors.toSet()));
    }
}
