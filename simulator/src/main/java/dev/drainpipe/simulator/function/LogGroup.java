package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.util.ArrayList;
import java.util.List;

/** The lines of one function as CloudWatch Logs would hold them, oldest first. */
final class LogGroup {
    private final World world;
    private final String function;
    private final List<String> lines = new ArrayList<>();

    LogGroup(World world, String function) {
        this.world = world;
        this.function = function;
    }

    void write(String line) {
        lines.add(line);
        world.tell(new WorldEvent.LogLine(world.now(), function, line));
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
