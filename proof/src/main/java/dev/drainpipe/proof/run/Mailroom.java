package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Trouble;
import dev.drainpipe.proof.draw.Trouble.InvokedTwice;
import dev.drainpipe.proof.draw.Trouble.MessagesDoubled;
import dev.drainpipe.proof.draw.Trouble.MessagesLate;
import dev.drainpipe.proof.draw.Trouble.MessagesLost;
import dev.drainpipe.proof.draw.Trouble.OlderMessage;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.sqs.Queue;
import dev.drainpipe.simulator.sqs.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Loses, doubles and delays messages, and brings those of the older version. */
final class Mailroom {
    /** As many as there can be in a run. */
    private static final int ALL = 1000;

    private final Stage stage;
    private final Stack stack;
    private final Truth truth;
    private final Map<MessagesLate, List<String>> held = new HashMap<>();
    private final Set<String> purged = new HashSet<>();

    Mailroom(Stage stage, Stack stack, Truth truth) {
        this.stage = stage;
        this.stack = stack;
        this.truth = truth;
    }

    void begin(Trouble trouble) {
        if (trouble instanceof MessagesLost t) {
            truth.open().forEach(action -> truth.history().messageLost(action.instanceId()));
            truth.history().rubbishLost(stack.queue(t.queue()).bodies());
            // Also what somebody has received and not deleted; SQS does so once a minute at most.
            if (purged.add(t.queue())) {
                stack.queue(t.queue()).purge();
            }
        } else if (trouble instanceof MessagesDoubled t) {
            Queue queue = stack.queue(t.queue());
            queue.bodies().forEach(queue::send);
        } else if (trouble instanceof MessagesLate t) {
            truth.open().forEach(action -> truth.history().messageLost(action.instanceId()));
            held.put(t, take(stack.queue(t.queue())));
        } else if (trouble instanceof InvokedTwice t) {
            stack.invoke(t.function());
        } else if (trouble instanceof OlderMessage t) {
            stage.pick(t.group(), "Terminating:Wait", t.place()).ifPresent(id -> send(t.group(), id));
        }
    }

    void end(MessagesLate trouble) {
        List<String> bodies = held.getOrDefault(trouble, List.of());
        bodies.forEach(stack.queue(trouble.queue())::send);
    }

    /** Takes what lies there; what somebody has received is his. */
    private static List<String> take(Queue queue) {
        List<String> bodies = new ArrayList<>();
        for (Received message : queue.receive(ALL, Duration.ofSeconds(1))) {
            bodies.add(message.body());
            queue.delete(message.receiptHandle());
        }
        return bodies;
    }

    /** The five keys of the older version; it had no token if its hook's message had none. */
    private void send(String group, String instanceId) {
        String hook = truth.open().stream()
                .filter(action -> action.instanceId().equals(instanceId))
                .map(action -> action.hook())
                .findFirst()
                .orElse(Stack.HOOKS.get(0));
        stack.queue("termination-queue").send("""
                        {"instance_id": "%s", "auto_scaling_group": "%s", "life_cycle_hook_name": "%s", \
                        "lifecycle_action_token": "", "elb_name": ""}""".formatted(instanceId, group, hook));
    }
}
