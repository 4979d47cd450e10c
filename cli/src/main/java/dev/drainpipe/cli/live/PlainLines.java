package dev.drainpipe.cli.live;

import dev.drainpipe.simulator.world.WorldEvent;
import java.io.PrintStream;

/** Prints one line for each thing that happens, for pipes, files and people without a terminal. */
public final class PlainLines implements Show {
    private final PrintStream out;

    public PlainLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public void event(WorldEvent event) {
        EventText.line(event).ifPresent(out::println);
    }

    @Override
    public void tick(Scene scene) {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
