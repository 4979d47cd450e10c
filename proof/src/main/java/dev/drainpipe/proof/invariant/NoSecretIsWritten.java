package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import java.util.Optional;

/** No lifecycle action token is written to a log. */
public final class NoSecretIsWritten implements Invariant {
    @Override
    public String sentence() {
        return "No lifecycle action token is written to a log.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        return event instanceof LogLine line
                ? truth.history().tokenIn(line.text()).map(token -> line.function() + " wrote " + line.text())
                : Optional.empty();
    }
}
