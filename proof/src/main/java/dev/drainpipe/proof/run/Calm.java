package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.sqs.Queue;
import java.time.Duration;
import java.util.stream.Stream;

/** The time after all troubles, in which everything must settle by itself. */
final class Calm {
    /** A sweep notices after two looks minutes apart what was lost, and a message comes back after its time-out. */
    private static final Duration TO_NOTICE = Duration.ofMinutes(25);

    private final Truth truth;
    private final Stack stack;
    private final Guests guests;

    Calm(Truth truth, Stack stack, Guests guests) {
        this.truth = truth;
        this.stack = stack;
        this.guests = guests;
    }

    /** Somebody ends what would hold an instance for ever. */
    void begin() {
        guests.leave();
    }

    /** How long it may take: a drain that begins now, or a hook's own end of what nobody may decide. */
    Duration patience() {
        Options options = truth.history().latest();
        if (options.dryRun()) {
            return Duration.ZERO;
        }
        Duration hook = truth.plan().site().groups().stream()
                .map(Group::heartbeat)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration drain = options.onDeadline().equals("KEEP") ? Duration.ofMinutes(40) : options.drainTimeout();
        return Stream.of(hook, drain).max(Duration::compareTo).orElseThrow().plus(TO_NOTICE);
    }

    boolean settled() {
        return truth.open().isEmpty() && stack.queues().stream().allMatch(Calm::empty);
    }

    private static boolean empty(Queue queue) {
        return queue.bodies().isEmpty();
    }
}
