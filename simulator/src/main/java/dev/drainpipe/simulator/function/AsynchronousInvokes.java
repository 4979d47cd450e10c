package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.function.Functions.Request;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Lambda's asynchronous invocation: a failed event is tried again, and what fails for good goes to a destination.
 *
 * <p>Retries come after one minute, then after two (Lambda developer guide, "How Lambda handles errors and retries with
 * asynchronous invocation"). Difference from AWS: an event is never delivered twice by itself.
 */
public final class AsynchronousInvokes {
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration SECOND_RETRY = Duration.ofMinutes(2);

    private final World world;
    private final Functions functions;
    private final Map<String, EventInvokeConfig> configs = new HashMap<>();

    AsynchronousInvokes(World world, Functions functions) {
        this.world = world;
        this.functions = functions;
    }

    /** Sets what happens to failed events of a function, for events yet to come. */
    public void configure(String function, EventInvokeConfig config) {
        configs.put(function, config);
    }

    /** Accepts an event and gives back its request id; the first attempt starts at this moment. */
    public String invoke(String function, String payload) {
        EventInvokeConfig config = configs.getOrDefault(function, EventInvokeConfig.defaults());
        Event event = new Event(function, new Request(functions.newRequestId(), payload), config, world.now());
        attempt(event, 1);
        return event.request.id();
    }

    private void attempt(Event event, int number) {
        functions.invoke(event.function, event.request, outcome -> {
            if (!(outcome instanceof Outcome.Answered)) {
                failed(event, number, outcome);
            }
        });
    }

    private void failed(Event event, int number, Outcome outcome) {
        if (number > event.config.maximumRetryAttempts()) {
            giveUp(event, number, "RetriesExhausted", outcome);
            return;
        }
        Duration wait = number == 1 ? FIRST_RETRY : SECOND_RETRY;
        if (world.now().plus(wait).isAfter(event.accepted.plus(event.config.maximumEventAge()))) {
            giveUp(event, number, "EventAgeExceeded", outcome);
            return;
        }
        world.timeline().after(wait, () -> attempt(event, number + 1));
    }

    private void giveUp(Event event, int attempts, String condition, Outcome outcome) {
        String arn = Functions.arn(world.account(), event.function) + ":$LATEST";
        FailureRecord failure = new FailureRecord(event.request, arn, condition, attempts);
        event.config.onFailure().ifPresent(d -> d.accept(failure.toJson(world.now(), outcome)));
    }

    private record Event(String function, Request request, EventInvokeConfig config, Instant accepted) {}
}
