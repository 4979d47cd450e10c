package dev.drainpipe.simulator.autoscaling;

/** Who gets the events that Auto Scaling sends to EventBridge when an instance begins to wait on a hook. */
@FunctionalInterface
public interface LifecycleEvents {
    /** Takes one event, in the JSON of EventBridge. */
    void event(String json);
}
