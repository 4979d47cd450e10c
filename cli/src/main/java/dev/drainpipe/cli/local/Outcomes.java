package dev.drainpipe.cli.local;

import dev.drainpipe.cli.report.MessageOutcome;
import dev.drainpipe.cli.report.MessageOutcome.End;
import java.util.List;

/** Finds out what became of the messages that were fed. */
final class Outcomes {
    private final SimulatedAccount account;
    private final EventLog log;

    Outcomes(SimulatedAccount account, EventLog log) {
        this.account = account;
        this.log = log;
    }

    /** One outcome for each message; which of several waits is not known, so then all may. */
    List<MessageOutcome> of(List<LifecycleFile> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<String> dead = account.deadLetters();
        boolean waiting = account.messagesWaiting() > 0;
        return messages.stream()
                .map(m -> new MessageOutcome(
                        m.name(), end(m, dead, waiting), m.instanceId().flatMap(log::lastWordOn)))
                .toList();
    }

    private static End end(LifecycleFile message, List<String> dead, boolean waiting) {
        if (dead.contains(message.body())) {
            return End.DEAD_LETTER;
        }
        return waiting ? End.STILL_WAITING : End.DEALT_WITH;
    }
}
