package dev.drainpipe.deregister;

import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the step on fakes: one instance after the other is made safe, and one thing is spoiled. */
abstract class DeregisterStepFixture {
    static final Instant SENT = Instant.parse("2026-01-01T12:00:01Z");

    final FakeAws aws = new FakeAws();
    final List<Outgoing> buried = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    Optional<Outbox> deadLetterQueue = Optional.of(messages -> {
        buried.addAll(messages);
        return Map.of();
    });
    final LoadBalancers configured = new LoadBalancers(List.of("lb"), List.of("tg"));
    boolean dryRun;

    Set<String> run(Delivery... deliveries) {
        Attempts attempts =
                new Attempts(new Journal((level, message, fields) -> lines.add(level + " " + message), "request"));
        DeadLetters letters = new DeadLetters(deadLetterQueue, "lifecycle queue", attempts.journal());
        DeregisterStep step = new DeregisterStep(
                new Intake(new Settings("c", configured, dryRun), letters, attempts),
                new Observer(new Observer.Ecs(aws, aws), new TrafficLook(aws, aws, attempts), attempts),
                new Execution(aws.hands(), aws, attempts),
                attempts.journal());
        return step.run(List.of(deliveries));
    }

    static Delivery termination(String id) {
        return delivery(
                "m-" + id,
                "{\"LifecycleTransition\": \"autoscaling:EC2_INSTANCE_TERMINATING\", \"EC2InstanceId\": \"" + id
                        + "\", \"AutoScalingGroupName\": \"asg\", \"LifecycleHookName\": \"drain\","
                        + " \"LifecycleActionToken\": \"token-" + id + "\", \"Time\": \"2026-01-01T12:00:00.000Z\"}");
    }

    static Delivery delivery(String messageId, String body) {
        return new Delivery(messageId, "handle", body, SENT, 1);
    }
}
