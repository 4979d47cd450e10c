package dev.drainpipe.deregister;

import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Occasion;
import dev.drainpipe.fleet.Reason;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.DeadLetters;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.message.HookMetadata;
import dev.drainpipe.message.LifecycleMessage;
import dev.drainpipe.message.LifecycleMessage.Announcement;
import dev.drainpipe.message.LifecycleMessage.Launch;
import dev.drainpipe.message.LifecycleMessage.Malformed;
import dev.drainpipe.message.LifecycleMessage.Termination;
import dev.drainpipe.message.LifecycleMessage.TestNotification;
import dev.drainpipe.message.LifecycleMessage.Uninteresting;
import dev.drainpipe.message.LifecycleMessage.WarmPoolMove;
import dev.drainpipe.message.LifecycleParser;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts the messages of the lifecycle queue: those that speak of instances become jobs, what is nobody's business is
 * noted, what nobody can understand is kept as evidence.
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
        return settings.options().dryRun();
    }

    /** What these messages ask for. One over which our code fails comes again, and its neighbours do not notice. */
    Jobs sort(List<Delivery> deliveries) {
        Jobs jobs = new Jobs();
        for (Delivery delivery : deliveries) {
            if (!attempts.act(() -> sort(delivery, jobs))) {
                jobs.fail(delivery);
            }
        }
        return jobs;
    }

    private void sort(Delivery delivery, Jobs jobs) {
        LifecycleMessage message = LifecycleParser.parse(delivery.body());
        if (message instanceof Termination termination) {
            Occasion occasion = Occasion.hook(termination.firstSeen(delivery.sentAt()));
            route(termination.action(), termination.metadata(), new Arrival(delivery, occasion), jobs);
        } else if (message instanceof Launch launch) {
            Occasion occasion = new Occasion(Reason.LAUNCH, launch.firstSeen(delivery.sentAt()), null);
            route(launch.action(), launch.metadata(), new Arrival(delivery, occasion), jobs);
        } else if (message instanceof Announcement announcement) {
            announce(announcement, delivery, jobs);
        } else if (message instanceof Malformed malformed) {
            bury(delivery, malformed.reason(), jobs);
        } else {
            attempts.journal().info(words(message), Map.of("messageId", delivery.messageId()));
        }
    }

    /** A message about a hook, and why it came. */
    private record Arrival(Delivery delivery, Occasion occasion) {}

    private void route(LifecycleAction action, String said, Arrival arrival, Jobs jobs) {
        HookMetadata metadata = HookMetadata.read(said);
        Delivery delivery = arrival.delivery();
        if (!metadata.mistakes().isEmpty()) {
            bury(delivery, "NotificationMetadata: " + String.join("; ", metadata.mistakes()), jobs);
        } else {
            jobs.add(new Job(
                    settings.request(action, metadata, arrival.occasion()),
                    metadata.cluster() != null,
                    metadata.completeLaunch(),
                    Set.of(delivery.messageId())));
        }
    }

    /** One message may speak of many instances; it comes again until all of them are dealt with. */
    private void announce(Announcement announcement, Delivery delivery, Jobs jobs) {
        Occasion occasion = announcement.occasion(delivery.sentAt());
        announcement
                .instanceIds()
                .forEach(id -> jobs.add(new Job(
                        settings.request(id, occasion),
                        false,
                        settings.options().replaceAnnounced(),
                        Set.of(delivery.messageId()))));
    }

    private void bury(Delivery delivery, String reason, Jobs jobs) {
        boolean kept = attempts.ask(() -> deadLetters.keep(delivery, reason)).orElse(false);
        if (!kept || dryRun()) {
            jobs.fail(delivery);
        }
    }

    private static String words(LifecycleMessage message) {
        if (message instanceof TestNotification test) {
            return "Test notification of the group " + test.group() + ": the queue can be reached";
        }
        if (message instanceof WarmPoolMove move) {
            return "Left alone: " + move.action() + " goes back to the warm pool";
        }
        return message instanceof Uninteresting uninteresting
                ? "Left alone: " + uninteresting.reason()
                : "Left alone: " + message;
    }
}
