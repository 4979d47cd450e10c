package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.sqs.Queue;
import java.time.Duration;
import java.time.Instant;

/**
 * The time after all troubles, in which everything must settle by itself.
 *
 * <p>What an operator wants to keep, or to wait for, for hours would make a run of hours. So after a while he loses his
 * patience, and deploys a short time-out with CONTINUE.
 */
final class Calm {
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final Duration OPERATORS_PATIENCE = Duration.ofMinutes(7);

    /** Two ticks of each function and a little, so that each has seen that everything works again. */
    private static final Duration TICKS_OF_EACH = Duration.ofSeconds(140);

    private static final Duration SHORT = Duration.ofMinutes(5);

    /** A sweep notices after two looks minutes apart what was lost, and a message comes back after its time-out. */
    private static final Duration TO_NOTICE = Duration.ofMinutes(25);

    private final SimulatedAws aws;
    private final Truth truth;
    private final Stack stack;
    private final Guests guests;
    private final Conditions conditions;

    Calm(SimulatedAws aws, Truth truth, Stack stack, Guests guests, Conditions conditions) {
        this.aws = aws;
        this.truth = truth;
        this.stack = stack;
        this.guests = guests;
        this.conditions = conditions;
    }

    /** Waits until everything has settled, or should have. */
    void pass() {
        if (conditions.options().dryRun()) {
            return;
        }
        truth.history().calm(aws.world().now());
        guests.leave();
        aws.world().run(TICKS_OF_EACH);
        runUntilSettled(OPERATORS_PATIENCE);
        if (!settled()) {
            hurry();
            runUntilSettled(longestHook().plus(SHORT).plus(TO_NOTICE));
        }
    }

    private void hurry() {
        Options options = conditions.options();
        Duration timeout = options.drainTimeout().compareTo(SHORT) < 0 ? options.drainTimeout() : SHORT;
        conditions.deploy(options.with(timeout, "CONTINUE", options.standaloneTasks()));
        truth.history().deployed(aws.world().now(), conditions.options());
        stack.deploy(conditions.options());
    }

    private Duration longestHook() {
        return truth.plan().site().groups().stream()
                .map(Group::heartbeat)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void runUntilSettled(Duration most) {
        Instant latest = aws.world().now().plus(most);
        // Twice, since the end of one thing may announce another.
        int settled = 0;
        while (settled < 2 && aws.world().now().isBefore(latest)) {
            aws.world().run(STEP);
            settled = settled() ? settled + 1 : 0;
        }
    }

    private boolean settled() {
        return truth.open().isEmpty() && stack.queues().stream().allMatch(Calm::empty);
    }

    private static boolean empty(Queue queue) {
        return queue.bodies().isEmpty();
    }
}
