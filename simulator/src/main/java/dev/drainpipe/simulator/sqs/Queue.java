package dev.drainpipe.simulator.sqs;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** One standard queue, in virtual time: what becomes visible or expires does so when somebody looks. */
public final class Queue {
    /** How often a message is received before it goes to the back of a queue with a patient redrive policy. */
    private static final int RECEIVES_BEFORE_THE_BACK = 3;

    private final String name;
    private final World world;
    private final Dice dice;
    private final Queues queues;
    private final Messages messages = new Messages();
    private final Map<String, String> tags = new TreeMap<>();
    private final Instant created;
    private Instant modified;
    private QueueAttributes attributes;
    private Optional<Instant> purged = Optional.empty();

    Queue(String name, QueueAttributes attributes, World world, Queues queues) {
        this.name = name;
        this.world = world;
        this.dice = world.dice().of("queue " + name);
        this.queues = queues;
        this.created = world.now();
        this.modified = created;
        this.attributes = attributes;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return world.account().arn("sqs", name);
    }

    /** Where clients reach the queue; depends on the face through which the simulator is reached. */
    public String url() {
        return queues.url(name);
    }

    /** How long a received message is hidden, unless the receiver says otherwise. */
    public Duration visibilityTimeout() {
        return attributes.visibilityTimeout();
    }

    Instant created() {
        return created;
    }

    Instant modified() {
        return modified;
    }

    QueueAttributes attributes() {
        return attributes;
    }

    void set(QueueAttributes changed) {
        attributes = changed;
        modified = world.now();
    }

    Map<String, String> tags() {
        return tags;
    }

    /** Puts a message in, as any sender would, and gives its id. */
    public String send(String body) {
        return send(Outgoing.of(body));
    }

    String send(Outgoing outgoing) {
        String messageId = dice.uuid().toString();
        int copies = dice.fraction() < queues.behaviour().duplicateChance() ? 2 : 1;
        Instant visible = world.now().plus(outgoing.delay().orElse(attributes.delay()));
        for (int copy = 1; copy <= copies; copy++) {
            StoredMessage message = new StoredMessage(messageId, copy, outgoing, world.now());
            message.delayUntil(
                    visible.plus(dice.between(Duration.ZERO, queues.behaviour().latest())));
            messages.add(message);
        }
        return messageId;
    }

    /** Receives up to this many messages, hidden for the queue's own time; does not wait. */
    public List<Received> receive(int max) {
        return receive(max, attributes.visibilityTimeout());
    }

    /** Receives up to this many messages, hidden for this long; does not wait. */
    public List<Received> receive(int max, Duration visibility) {
        List<Received> received = new ArrayList<>();
        for (StoredMessage message : candidates()) {
            if (received.size() == max) {
                break;
            }
            if (!redriven(message)) {
                received.add(message.receive(name, world.now(), visibility, dice.hex(16)));
                backOfTheQueue(message);
            }
        }
        return received;
    }

    /** Receives as a short poll does: it may miss what is there, and fails when too many messages are in flight. */
    List<Received> shortPoll(int max, Duration visibility) {
        int limit = queues.behaviour().inFlightLimit();
        if (inFlight() >= limit) {
            throw SqsErrors.overLimit(limit);
        }
        boolean missed = dice.fraction() < queues.behaviour().shortPollMissChance();
        return missed ? List.of() : receive(max, visibility);
    }

    /** Receives as a long poll does: from all servers, and nothing when too many messages are in flight. */
    List<Received> longPoll(int max, Duration visibility) {
        return inFlight() >= queues.behaviour().inFlightLimit() ? List.of() : receive(max, visibility);
    }

    private List<StoredMessage> candidates() {
        dropExpired();
        boolean inOrder = queues.behaviour().order() == SqsBehaviour.Order.IN_ORDER;
        return inOrder ? messages.visible(world.now()) : messages.shuffled(world.now(), dice);
    }

    private boolean redriven(StoredMessage message) {
        Optional<RedrivePolicy> policy =
                attributes.redrive().filter(redrive -> message.receivesHere() >= redrive.maxReceiveCount());
        Optional<Queue> target = policy.map(RedrivePolicy::deadLetterTargetArn).flatMap(queues::byArn);
        target.ifPresent(queue -> {
            messages.remove(message);
            boolean countingOn = queues.behaviour().receiveCountSurvivesRedrive();
            queue.messages.add(message.redriven(arn(), world.now(), countingOn));
        });
        return target.isPresent();
    }

    /** Amazon SQS Developer Guide, "Using dead-letter queues": so that one message does not stand in the way. */
    private void backOfTheQueue(StoredMessage message) {
        boolean patient = attributes
                .redrive()
                .filter(redrive -> redrive.maxReceiveCount() > RECEIVES_BEFORE_THE_BACK)
                .isPresent();
        if (patient && message.receivesHere() == RECEIVES_BEFORE_THE_BACK) {
            messages.toTheBack(message);
        }
    }

    /**
     * Deletes the message of this handle; nothing if it is gone, or was received again since (see {@link
     * SqsBehaviour#olderHandlesDelete}).
     *
     * @throws AwsError if this is no handle of this queue
     */
    public void delete(String receiptHandle) {
        ReceiptHandle handle = handle(receiptHandle);
        boolean older = queues.behaviour().olderHandlesDelete();
        find(handle).filter(message -> older || message.isLatest(handle)).ifPresent(messages::remove);
    }

    /**
     * Hides a message in flight for this long from now on; zero shows it at once.
     *
     * @throws AwsError if it is not in flight or would be hidden for more than twelve hours from its receive
     */
    public void changeVisibility(String receiptHandle, Duration time) {
        ReceiptHandle handle = handle(receiptHandle);
        StoredMessage message = find(handle)
                .filter(found -> found.isLatest(handle))
                .orElseThrow(() -> SqsErrors.invalid(
                        receiptHandle,
                        "ReceiptHandle",
                        "Message does not exist or is not available for visibility timeout change."));
        if (!message.inFlight(world.now())) {
            throw SqsErrors.notInFlight(receiptHandle);
        }
        if (!message.hide(world.now(), time)) {
            throw SqsErrors.invalid(
                    time.toSeconds(),
                    "VisibilityTimeout",
                    "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]");
        }
    }

    private ReceiptHandle handle(String text) {
        return ReceiptHandle.parse(text)
                .filter(handle -> handle.queue().equals(name))
                .orElseThrow(SqsErrors::badHandle);
    }

    private Optional<StoredMessage> find(ReceiptHandle handle) {
        dropExpired();
        return messages.find(handle);
    }

    /** Throws everything away. */
    void purge() {
        if (purged.filter(then -> then.plusSeconds(60).isAfter(world.now())).isPresent()) {
            throw SqsErrors.purgeInProgress(name);
        }
        purged = Optional.of(world.now());
        messages.clear();
    }

    /** What all messages say, whether they could be received now or not. */
    public List<String> bodies() {
        dropExpired();
        return messages.bodies();
    }

    /** How many messages could be received now. */
    public int visible() {
        return count(message -> message.visible(world.now()));
    }

    /** How many messages were received, not deleted, and are still hidden. */
    public int inFlight() {
        return count(message -> message.inFlight(world.now()));
    }

    /** How many messages wait for their delay to end. */
    public int delayed() {
        return count(message -> message.delayed(world.now()));
    }

    private int count(Predicate<StoredMessage> what) {
        dropExpired();
        return messages.count(what);
    }

    private void dropExpired() {
        messages.dropExpired(world.now(), attributes.retention());
    }
}
