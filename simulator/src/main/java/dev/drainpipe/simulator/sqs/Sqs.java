package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon SQS.
 *
 * <p>Known differences from AWS: standard queues only; policies and encryption keys have no effect; attribute changes,
 * deletions and purges take effect at once; counts are exact; no permissions (AddPermission, RemovePermission), no
 * message move tasks. What SQS leaves open is in {@link SqsBehaviour}.
 */
public final class Sqs implements AwsService {
    private final Queues queues;
    private final Operations operations = new Operations();

    public Sqs(World world) {
        this(world, SqsBehaviour.defaults());
    }

    public Sqs(World world, SqsBehaviour behaviour) {
        this.queues = new Queues(world, behaviour);
        new QueueOperations(queues).addTo(operations);
        new MessageOperations(queues).addTo(operations);
        new BatchOperations(queues).addTo(operations);
    }

    @Override
    public ServiceId id() {
        return ServiceId.SQS;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public void reachableAt(URI base) {
        queues.reachableAt(base);
    }

    /**
     * Makes a queue, or gives the existing one.
     *
     * @param attributes in SQS's own words, such as {@code VisibilityTimeout} to {@code 30}
     * @throws dev.drainpipe.simulator.wire.AwsError as CreateQueue
     */
    public Queue create(String name, Map<String, String> attributes) {
        return queues.create(name, attributes);
    }

    public Optional<Queue> byName(String name) {
        return queues.byName(name);
    }

    /** By account and name at the URL's end; the host does not matter. */
    public Optional<Queue> byUrl(String url) {
        return queues.byUrl(url);
    }

    public Optional<Queue> byArn(String arn) {
        return queues.byArn(arn);
    }

    /** All queues, in the order of their names. */
    public List<Queue> queues() {
        return queues.all();
    }
}
