package dev.drainpipe.cli.simulate;

import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import dev.drainpipe.simulator.world.WorldEvent.RequestServed;
import java.util.Optional;

/** One line for each thing that happens in a run, in the order in which it happens. */
final class EventLine {
    private EventLine() {}

    /** The line; none for what says nothing, such as a request that was served. */
    static Optional<String> of(WorldEvent event) {
        if (event instanceof RequestServed) {
            return Optional.empty();
        }
        String what = event instanceof LogLine line
                ? line.function() + ": " + line.text().strip()
                : event.toString().replaceFirst("at=[^,\\]]*,? ?", "");
        return Optional.of(event.at() + "  " + what);
    }
}
