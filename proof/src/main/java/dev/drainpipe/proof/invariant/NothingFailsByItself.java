package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import java.util.Optional;

/** While nothing goes wrong around them, the functions do not fail. */
public final class NothingFailsByItself implements Invariant {
    @Override
    public String sentence() {
        return "While nothing goes wrong around them, the functions do not fail.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        return event instanceof Invocation invocation && truth.history().undisturbed()
                ? invocation.error().map(error -> invocation.function() + ": " + error)
                : Optional.empty();
    }
}
