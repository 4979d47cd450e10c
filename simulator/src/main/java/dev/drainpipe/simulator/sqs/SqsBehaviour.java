package dev.drainpipe.simulator.sqs;

import java.time.Duration;

/**
 * What SQS leaves open, as switches.
 *
 * @param order in which a standard queue delivers; SQS promises none
 * @param duplicateChance the chance, from 0 to 1, that a sent message is stored twice: both copies are delivered, and
 *     deleting one leaves the other (Amazon SQS Developer Guide, "At-least-once delivery")
 * @param shortPollMissChance the chance, from 0 to 1, that a short poll finds nothing although there is something: it
 *     asks only some of the servers (Amazon SQS Developer Guide, "Short and long polling")
 * @param olderHandlesDelete whether deleting with the handle of an earlier receive deletes; it answers success either
 *     way (Amazon SQS API reference, DeleteMessage)
 * @param receiveCountSurvivesRedrive whether a message counts on after its move to a dead-letter queue; not documented
 * @param latest how long after its sending a message, or one of its copies, may arrive, drawn for each; SQS gives no
 *     figure
 * @param inFlightLimit how many messages of one queue may be in flight; about 120,000 (Amazon SQS Developer Guide,
 *     "Amazon SQS message quotas")
 */
public record SqsBehaviour(
        Order order,
        double duplicateChance,
        double shortPollMissChance,
        boolean olderHandlesDelete,
        boolean receiveCountSurvivesRedrive,
        Duration latest,
        int inFlightLimit) {
    /** The order in which messages are delivered. */
    public enum Order {
        /** As they were sent. */
        IN_ORDER,
        /** Drawn anew at each receive. */
        SHUFFLED
    }

    /** The friendliest queue that SQS's promises allow, but for the handles: only the latest one deletes. */
    public static SqsBehaviour defaults() {
        return new SqsBehaviour(Order.IN_ORDER, 0, 0, false, true, Duration.ZERO, 120_000);
    }

    /** The same with this order. */
    public SqsBehaviour with(Order changed) {
        return new SqsBehaviour(
                changed,
                duplicateChance,
                shortPollMissChance,
                olderHandlesDelete,
                receiveCountSurvivesRedrive,
                latest,
                inFlightLimit);
    }

    /** The same with this chance of duplicates. */
    public SqsBehaviour withDuplicates(double chance) {
        return new SqsBehaviour(
                order,
                chance,
                shortPollMissChance,
                olderHandlesDelete,
                receiveCountSurvivesRedrive,
                latest,
                inFlightLimit);
    }

    /** The same with this chance that a short poll misses what is there. */
    public SqsBehaviour withShortPollMisses(double chance) {
        return new SqsBehaviour(
                order, duplicateChance, chance, olderHandlesDelete, receiveCountSurvivesRedrive, latest, inFlightLimit);
    }

    /** The same, with older handles deleting or not. */
    public SqsBehaviour withOlderHandlesDeleting(boolean deleting) {
        return new SqsBehaviour(
                order,
                duplicateChance,
                shortPollMissChance,
                deleting,
                receiveCountSurvivesRedrive,
                latest,
                inFlightLimit);
    }

    /** The same with this many messages in flight at most. */
    public SqsBehaviour withInFlightLimit(int limit) {
        return new SqsBehaviour(
                order,
                duplicateChance,
                shortPollMissChance,
                olderHandlesDelete,
                receiveCountSurvivesRedrive,
                latest,
                limit);
    }

    /** The same, with receive counts going on in a dead-letter queue or not. */
    public SqsBehaviour withReceiveCountSurvivingRedrive(boolean surviving) {
        return new SqsBehaviour(
                order, duplicateChance, shortPollMissChance, olderHandlesDelete, surviving, latest, inFlightLimit);
    }

    /** The same with messages that arrive late, by up to this. */
    public SqsBehaviour withLateMessages(Duration byUpTo) {
        return new SqsBehaviour(
                order,
                duplicateChance,
                shortPollMissChance,
                olderHandlesDelete,
                receiveCountSurvivesRedrive,
                byUpTo,
                inFlightLimit);
    }
}
