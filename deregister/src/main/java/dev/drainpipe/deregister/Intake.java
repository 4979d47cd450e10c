package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.message.HookMetadata;
import dev.drainpipe.message.LifecycleMessage;
import dev.drainpipe.message.LifecycleMessage.Launch;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleMessage.TestNotification;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import dev.drainpipe.message.LifecycleMessage.WarmPoolMove;
import dev.drainpipe.message.LifecycleParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sorts the messages of the lifecycle queue: terminations become jobs, what is not our business is noted, what nobody can
 * understand is kept as evidence.
 */
final class Intake {
    private final Settings settings;
    private final DeadLetters deadLetters;
    private final Attempts attempts;

    Intake(Settings settings, DeadLetters deadLetters, Attempts attempts) {
        this.settings = settings;
        this.deadLetters = deadLetters;
        this.attempts = attempts;
    }

    /** Whether nothing may be changed. */
    boolean dryRun() {
        return settings.dryRun();
    }

    /** The drains that these messages ask for. */
    Jobs sort(List<Delivery> deliveries) {
        Jobs jobs = new Jobs();
        deliveries.forEach(delivery -> sort(delivery, jobs));
        return jobs;
    }

    private void sort(Delivery delivery, Jobs jobs) {
        LifecycleMessage message = LifecycleParser.parse(delivery.body());
        if (message instanceof Termination termination) {
            route(termination, delivery, jobs);
        } else if (message instanceof Malformed malformed) {
            bury(delivery, malformed.reason(), jobs);
        } else {
            attempts.journal().info(words(message), Map.of("messageId", delivery.messageId()));
        }
    }

    private void route(Termination termination, Delivery delivery, Jobs jobs) {
        HookMetadata metadata = HookMetadata.read(termination.metadata());
        Optional<DrainRequest> request = settings.request(termination, metadata, delivery.sentAt());
        if (!metadata.mistakes().isEmpty()) {
            bury(delivery, "NotificationMetadata: " + String.join("; ", metadata.mistakes()), jobs);
        } else if (request.isEmpty()) {
            bury(
                    delivery,
                    "no cluster is named, neither by cluster_name in the hook's NotificationMetadata nor by"
                            + " CLUSTER_NAME in the function's environment",
                    jobs);
        } else {
            jobs.add(request.get(), delivery);
        }
    }

    private void bury(Delivery delivery, String reason, Jobs jobs) {
        boolean kept = !settings.dryRun()
                && attempts.ask(() -> deadLetters.keep(delivery, reason)).orElse(false);
        if (!kept) {
            jobs.fail(delivery);
        }
    }

    private static String words(LifecycleMessage message) {
        if (message instanceof TestNotification test) {
            return "Test notification of the group " + test.group() + ": the queue can be reached";
        }
        if (message instanceof Launch launch) {
            return "Left alone: " + launch.action() + " is being launched";
        }
        if (message instanceof WarmPoolMove move) {
            return "Left alone: " + move.action() + " goes back to the warm pool";
        }
        return message instanceof Uninteresting uninteresting
                ? "Left alone: " + uninteresting.reason()
                : "Left alone: " + message;
    }
}
