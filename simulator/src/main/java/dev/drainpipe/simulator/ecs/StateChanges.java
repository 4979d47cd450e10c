package dev.drainpipe.simulator.ecs;

import java.util.Map;
import java.util.function.Supplier;

/** Who gets the events that ECS sends to EventBridge when a container instance or a task changes. */
@FunctionalInterface
public interface StateChanges {
    /**
     * Takes one event.
     *
     * @param detailType such as {@code ECS Task State Change}
     * @param arn what changed
     * @param detail as of this moment; costs something, so to be asked only if somebody wants it
     */
    void changed(String detailType, String arn, Supplier<Map<String, Object>> detail);
}
