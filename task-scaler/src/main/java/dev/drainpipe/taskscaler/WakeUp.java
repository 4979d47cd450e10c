package dev.drainpipe.taskscaler;

import dev.drainpipe.document.Fields;
import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Journal;
import dev.drainpipe.message.Delivery;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tick ahead of the schedule, because messages say that clusters have changed: {@code {"cluster_name": "c"}}.
 *
 * <p>Many messages are one tick. What cannot be read, and what no rule is about, is written down and done: the next
 * scheduled tick repairs whatever it meant.
 */
final class WakeUp {
    private final ScalerConfig config;
    private final ScalerStep step;
    private final Attempts attempts;
    private final Journal journal;

    WakeUp(ScalerConfig config, ScalerStep step, Attempts attempts) {
        this.config = config;
        this.step = step;
        this.attempts = attempts;
        this.journal = attempts.journal();
    }

    /** Does the tick for the clusters of these messages; answers the ids of those that must come again. */
    Set<String> run(List<Delivery> deliveries) {
        if (config.rules().isEmpty()) {
            journal.info("No action taken. SCALING_RULES is not set, so a wake-up says nothing; the schedule does");
            return Set.of();
        }
        Map<String, String> clusters = clusters(deliveries);
        ScalerInput input = config.restrict(config.rules().get()).only(new LinkedHashSet<>(clusters.values()));
        new LinkedHashSet<>(clusters.values()).forEach(cluster -> explain(cluster, input));
        step.run(input);
        return attempts.allDone() ? Set.of() : clusters.keySet();
    }

    /** The names of the clusters, by the ids of the messages that could be read. */
    private Map<String, String> clusters(List<Delivery> deliveries) {
        Map<String, String> clusters = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            cluster(delivery).ifPresent(cluster -> clusters.put(delivery.messageId(), cluster));
        }
        return clusters;
    }

    private Optional<String> cluster(Delivery delivery) {
        Optional<Map<String, Object>> document = Json.object(delivery.body());
        if (document.isEmpty()) {
            ignore(delivery, "the body is not a JSON object");
            return Optional.empty();
        }
        Fields fields = Fields.ofJson(document.get());
        String cluster = fields.text("cluster_name");
        if (!fields.mistakes().isEmpty()) {
            ignore(delivery, String.join("; ", fields.mistakes()));
            return Optional.empty();
        }
        return Optional.of(PlainName.of(cluster));
    }

    private void ignore(Delivery delivery, String reason) {
        journal.warn(
                "Wake-up " + delivery.messageId() + " cannot be read: " + reason + ". The next scheduled tick repairs",
                Map.of("messageId", delivery.messageId(), "reason", reason));
    }

    private void explain(String cluster, ScalerInput input) {
        boolean known =
                input.rules().stream().anyMatch(rule -> rule.name().cluster().equals(cluster));
        if (!known) {
            journal.info(
                    "No action taken. No rule of SCALING_RULES is about the cluster " + cluster,
                    Map.of("cluster", cluster));
        }
    }
}
