package dev.drainpipe.cli.simulate;

import dev.drainpipe.cli.Terminal;
import dev.drainpipe.proof.campaign.Score.Figures;
import java.time.Duration;
import java.util.List;

/** How a simulation goes on: a picture in place on a terminal, now and then a line elsewhere, nothing for programs. */
final class Progress implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final String UP = "\u001b[%dA";

    private final Terminal terminal;
    private final Kind kind;
    private Duration nextLine = BETWEEN_LINES;
    private int painted;

    private enum Kind {
        PICTURE,
        LINES,
        NOTHING
    }

    private Progress(Terminal terminal, Kind kind) {
        this.terminal = terminal;
        this.kind = kind;
    }

    static Progress on(Terminal terminal, boolean silent) {
        Kind loud = terminal.interactive() ? Kind.PICTURE : Kind.LINES;
        return new Progress(terminal, silent ? Kind.NOTHING : loud);
    }

    /** So it stands after this time. */
    void tick(Figures figures, Duration took) {
        switch (kind) {
            case PICTURE -> paint(SimulationText.progress(figures, took, terminal.columns()));
            case LINES -> {
                if (took.compareTo(nextLine) >= 0) {
                    nextLine = took.plus(BETWEEN_LINES);
                    terminal.out().println(SimulationText.headline(figures, took));
                    terminal.out().flush();
                }
            }
            case NOTHING -> {}
        }
    }

    private void paint(List<String> lines) {
        StringBuilder picture = new StringBuilder();
        if (painted > 0) {
            picture.append(UP.formatted(painted));
        }
        lines.forEach(line -> picture.append(CLEAR_LINE).append(line).append('\n'));
        painted = lines.size();
        terminal.out().print(picture);
        terminal.out().flush();
    }

    /** Takes the picture away; the report says it all. */
    @Override
    public void close() {
        if (painted > 0) {
            StringBuilder away = new StringBuilder(UP.formatted(painted));
            away.append((CLEAR_LINE + "\n").repeat(painted)).append(UP.formatted(painted));
            terminal.out().print(away);
        }
        terminal.out().flush();
    }
}
