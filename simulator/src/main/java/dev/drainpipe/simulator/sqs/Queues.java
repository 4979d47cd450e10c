package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.world.World;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The queues of the account, by name, URL and ARN. */
final class Queues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private final World world;
    private final SqsBehaviour behaviour;
    private final Map<String, Queue> byName = new TreeMap<>();
    private final Map<String, Instant> deleted = new HashMap<>();
    private String base;

    Queues(World world, SqsBehaviour behaviour) {
        this.world = world;
        this.behaviour = behaviour;
        this.base = "http://sqs.%s.amazonaws.com".formatted(world.account().region());
    }

    SqsBehaviour behaviour() {
        return behaviour;
    }

    void reachableAt(URI address) {
        String text = address.toString();
        base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    String url(String name) {
        return "%s/%s/%s".formatted(base, world.account().id(), name);
    }

    /** In the order of their names. */
    List<Queue> all() {
        return List.copyOf(byName.values());
    }

    Optional<Queue> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** By the last two segments of a URL, whatever its host: account and name. */
    Optional<Queue> byUrl(String url) {
        String[] segments = url.split("/", -1);
        int last = segments.length - 1;
        if (last < 1) {
            throw SqsErrors.badAddress(url);
        }
        return segments[last - 1].equals(world.account().id()) ? byName(segments[last]) : Optional.empty();
    }

    /** The queue of this URL, which a request must name. */
    Queue required(@Nullable String url) {
        return byUrl(Parameters.required(url, "QueueUrl")).orElseThrow(SqsErrors::noSuchQueue);
    }

    Optional<Queue> byArn(String arn) {
        return byName(arn.substring(arn.lastIndexOf(':') + 1))
                .filter(queue -> queue.arn().equals(arn));
    }

    /** The queue of this name, made if there is none; an existing one must have the attributes that are asked for. */
    Queue create(String name, Map<String, String> wanted) {
        if (name.endsWith(".fifo")) {
            throw SqsErrors.notPlayed("FIFO queues: the name " + name + " is refused");
        } else if (!NAME.matcher(name).matches()) {
            throw SqsErrors.invalid(
                    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
        QueueAttributes attributes = checked(QueueAttributes.standard().with(wanted));
        Optional<Queue> existing = byName(name);
        existing.ifPresent(queue -> requireSame(queue, wanted));
        return existing.orElseGet(() -> make(name, attributes));
    }

    private static void requireSame(Queue queue, Map<String, String> wanted) {
        wanted.forEach((attribute, value) -> {
            if (!value.equals(queue.attributes().values().getOrDefault(attribute, ""))) {
                throw SqsErrors.nameTaken(attribute);
            }
        });
    }

    private Queue make(String name, QueueAttributes attributes) {
        Instant gone = deleted.getOrDefault(name, Instant.MIN);
        if (gone.isAfter(world.now().minusSeconds(60))) {
            throw SqsErrors.deletedRecently();
        }
        Queue queue = new Queue(name, attributes, world, this);
        byName.put(name, queue);
        return queue;
    }

    void set(Queue queue, Map<String, String> changed) {
        queue.set(checked(queue.attributes().with(changed)));
    }

    private QueueAttributes checked(QueueAttributes attributes) {
        attributes
                .redrive()
                .filter(redrive -> byArn(redrive.deadLetterTargetArn()).isEmpty())
                .ifPresent(redrive -> {
                    throw RedrivePolicy.bad(
                            attributes.values().getOrDefault("RedrivePolicy", ""),
                            "Dead letter target does not exist.");
                });
        return attributes;
    }

    void delete(Queue queue) {
        byName.remove(queue.name());
        deleted.put(queue.name(), world.now());
    }
}
