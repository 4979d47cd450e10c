package dev.drainpipe.cli.local;

import dev.drainpipe.cli.report.MessageOutcome;
import dev.drainpipe.cli.report.MessageOutcome.End;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Feeds messages from files, and finds out what became of them. */
final class Feeding {
    private final SimulatedAccount account;
    private final EventLog log;
    private final List<LifecycleFile> messages;
    private final Map<String, String> messageIds = new TreeMap<>();

    Feeding(Session session, List<LifecycleFile> messages) {
        this.account = session.account();
        this.log = session.log();
        this.messages = List.copyOf(messages);
    }

    /** Puts all messages into the lifecycle queue. */
    void begin() {
        messages.forEach(message -> messageIds.put(message.name(), account.feed(message.body())));
    }

    /** Whether none of them waits in a queue any more; true without messages. */
    boolean over() {
        return messages.isEmpty() || account.messagesWaiting() == 0;
    }

    /** One outcome for each message; which of several still waits is not known, so then all may. */
    List<MessageOutcome> outcomes() {
        if (messages.isEmpty()) {
            return List.of();
        }
        List<String> dead = account.deadLetters();
        boolean waiting = !over();
        return messages.stream().map(message -> outcome(message, dead, waiting)).toList();
    }

    private MessageOutcome outcome(LifecycleFile message, List<String> dead, boolean waiting) {
        if (dead.contains(message.body())) {
            Optional<String> reason =
                    Optional.ofNullable(messageIds.get(message.name())).flatMap(log::lastWordOn);
            return new MessageOutcome(message.name(), End.DEAD_LETTER, reason);
        }
        End end = waiting ? End.STILL_WAITING : End.DEALT_WITH;
        return new MessageOutcome(message.name(), end, message.instanceId().flatMap(log::lastWordOn));
    }
}
