package dev.drainpipe.deregister;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.lambda.RequiredTag;
import dev.drainpipe.lambda.TimeLeft;
import dev.drainpipe.lambda.TrafficLook;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the step on fakes: one instance after the other is made safe, and one thing is spoiled. */
abstract class DeregisterStepFixture {
    static final Instant SENT = Instant.parse("2026-01-01T12:00:01Z");

    final FakeAws aws = new FakeAws();
    final List<Outgoing> buried = new ArrayList<>();
    final List<String> lines = new ArrayList<>();
    Instant now = SENT.plusSeconds(1);
    Optional<Outbox> deadLetterQueue = Optional.of(messages -> {
        buried.addAll(messages);
        return Map.of();
    });
    Optional<Outbox> scalerQueue = Optional.empty();

    @Nullable String cluster = "c";

    LoadBalancers configured = new LoadBalancers(List.of("lb"), List.of("tg"));
    Options options = Options.DEFAULTS;
    Duration timeLeft = Duration.ofSeconds(20);

    private final Triage.Sources sources = aws.sources(() -> now);
    private final Discovery.Sources balancers = aws.balancers(() -> now);

    Set<String> run(Delivery... deliveries) {
        return step().run(List.of(deliveries));
    }

    DeregisterStep step() {
        Attempts attempts =
                new Attempts(new Journal((level, message, fields) -> lines.add(level + " " + message), "request"));
        DryRun dry = new DryRun(attempts.journal());
        boolean dryRun = options.dryRun();
        Optional<Outbox> letters = dryRun ? Optional.of(dry.outbox("the dead-letter queue")) : deadLetterQueue;
        TimeLeft time = new TimeLeft(() -> now, now.plus(timeLeft));
        return new DeregisterStep(
                new Intake(
                        new Settings(cluster, configured, options),
                        new DeadLetters(letters, "lifecycle queue", attempts.journal()),
                        attempts),
                new Triage(sources, options.requiredTag(), attempts),
                new Observer(
                        options.discover() ? Optional.of(new Discovery(balancers, attempts, time)) : Optional.empty(),
                        balancers.managed(),
                        new TrafficLook(aws, aws, attempts),
                        attempts),
                new Execution(
                        dryRun ? dry.hands() : aws.hands(),
                        new HandOver(
                                scalerQueue.map(queue -> dryRun ? dry.outbox("the task scaler's queue") : queue),
                                dryRun ? dry.outbox("the termination queue") : aws,
                                attempts),
                        attempts),
                attempts);
    }

    static Options dryRun() {
        return new Options(true, false, null, true);
    }

    static Options replacing() {
        return new Options(true, true, null, false);
    }

    static Options requiring(String key, @Nullable String value) {
        return new Options(true, true, new RequiredTag(key, value), false);
    }

    static Delivery termination(String id) {
        return delivery("m-" + id, terminationBody(id, "\"LifecycleActionToken\": \"token-" + id + "\","));
    }

    static String terminationBody(String id, String token) {
        return "{\"LifecycleTransition\": \"autoscaling:EC2_INSTANCE_TERMINATING\", \"EC2InstanceId\": \"" + id
                + "\", \"AutoScalingGroupName\": \"asg\", \"LifecycleHookName\": \"drain\"," + token
                + " \"Time\": \"2026-01-01T12:00:00.000Z\"}";
    }

    static Delivery delivery(String messageId, String body) {
        return new Delivery(messageId, "handle", body, SENT, 1);
    }

    /** An event of EC2 about one instance. */
    static Delivery event(String detailType, String id, String detail) {
        return delivery(
                "e-" + id,
                "{\"detail-type\": \"" + detailType + "\", \"source\": \"aws.ec2\","
                        + " \"time\": \"2026-01-01T12:00:00Z\", \"detail\": {\"instance-id\": \"" + id + "\"" + detail
                        + "}}");
    }

    static Delivery spot(String id) {
        return event("EC2 Spot Instance Interruption Warning", id, ", \"instance-action\": \"terminate\"");
    }

    static Delivery rebalance(String id) {
        return event("EC2 Instance Rebalance Recommendation", id, "");
    }

    static Delivery stateChange(String id) {
        return event("EC2 Instance State-change Notification", id, ", \"state\": \"shutting-down\"");
    }

    static Delivery scheduledChange(String... ids) {
        List<String> entities = List.of(ids).stream()
                .map(id -> "{\"entityValue\": \"" + id + "\"}")
                .toList();
        return delivery(
                "h-" + ids[0],
                "{\"detail-type\": \"AWS Health Event\", \"time\": \"2026-01-01T12:00:00Z\", \"detail\": {\"service\":"
                        + " \"EC2\", \"eventTypeCategory\": \"scheduledChange\", \"affectedEntities\": " + entities
                        + "}}");
    }

    /** A message of the collection of examples. */
    static Delivery example(String file) {
        try {
            return delivery("m", Files.readString(Path.of("../events/" + file + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
