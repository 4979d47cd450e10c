package dev.drainpipe.cli.local;

import dev.drainpipe.cli.live.EventText;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the lines of a run: the last 20,000, so that a server can stay up. */
final class EventLog implements Consumer<WorldEvent> {
    private static final int MOST = 20_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Deque<String> logLines = new ArrayDeque<>();

    @Override
    public void accept(WorldEvent event) {
        EventText.line(event).ifPresent(line -> add(lines, line));
        if (event instanceof LogLine log) {
            add(logLines, log.text());
        }
    }

    private static void add(Deque<String> deque, String line) {
        deque.addLast(line);
        if (deque.size() > MOST) {
            deque.removeFirst();
        }
    }

    /** All lines, oldest first. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The last line of any function that mentions this text. */
    Optional<String> lastWordOn(String text) {
        return logLines.stream().filter(line -> line.contains(text)).reduce((first, second) -> second);
    }
}
