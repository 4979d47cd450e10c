package dev.drainpipe.cli.live;

import dev.drainpipe.cli.Terminal;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Repaints the terminal a few times a second, on the alternate screen, so that nothing of it stays behind.
 *
 * <p>The sequences are those of ECMA-48 and xterm ("XTerm Control Sequences", private modes 25 and 1049).
 */
public final class LiveScreen implements Show {
    private static final Duration BETWEEN_PAINTS = Duration.ofMillis(150);
    private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private static final String LEAVE = "\u001b[?25h\u001b[?1049l";
    private static final String TOP_LEFT = "\u001b[H";
    private static final String REST_OF_LINE = "\u001b[K";
    private static final String REST_OF_SCREEN = "\u001b[J";

    private final Terminal terminal;
    private final InstantSource clock;
    private final Frame.Size size;
    private final Deque<String> log = new ArrayDeque<>();
    private Instant nextPaint = Instant.MIN;
    private boolean entered;
    private boolean closed;

    /** A screen for this terminal; the clock is the real one. */
    public LiveScreen(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.clock = clock;
        Paint paint = terminal.colour() ? Paint.COLOUR : Paint.NONE;
        // The last row stays free: a line end there would scroll.
        this.size = new Frame.Size(terminal.columns(), terminal.rows() - 1, paint);
    }

    @Override
    public synchronized void event(WorldEvent event) {
        if (!EventText.fromLambda(event)) {
            EventText.line(event).ifPresent(log::addLast);
        }
        while (log.size() > size.rows()) {
            log.removeFirst();
        }
    }

    @Override
    public synchronized void tick(Scene scene) {
        Instant now = clock.instant();
        if (closed || now.isBefore(nextPaint)) {
            return;
        }
        nextPaint = now.plus(BETWEEN_PAINTS);
        StringBuilder picture = new StringBuilder(entered ? "" : ENTER).append(TOP_LEFT);
        entered = true;
        for (String line : Frame.lines(scene, List.copyOf(log), size)) {
            picture.append(line).append(REST_OF_LINE).append("\r\n");
        }
        terminal.out().print(picture.append(REST_OF_SCREEN));
        terminal.out().flush();
    }

    @Override
    public synchronized void close() {
        if (entered && !closed) {
            terminal.out().print(LEAVE);
            terminal.out().flush();
        }
        closed = true;
    }
}
