package dev.drainpipe.proof.invariant;

import dev.drainpipe.simulator.world.WorldEvent;
import java.util.Optional;

/**
 * Something that must hold in every run, in one sentence; asked after every event, before every call, and when the run is
 * over.
 *
 * <p>Each answer is what was seen that breaks it, or empty. The truth is that of the moment before the event.
 */
public interface Invariant {
    /** What must hold. */
    String sentence();

    /** What an event shows. */
    default Optional<String> at(WorldEvent event, Truth truth) {
        return Optional.empty();
    }

    /** What a call shows that is about to have its effect. */
    default Optional<String> at(Call call, Truth truth) {
        return Optional.empty();
    }

    /** What is shown when the run is over, some time after everything works again. */
    default Optional<String> atTheEnd(Truth truth) {
        return Optional.empty();
    }
}
