package dev.drainpipe.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Something that happened in the simulated account; summaries, pictures and invariants are made of these. */
public sealed interface WorldEvent {
    /** When it happened, in virtual time. */
    Instant at();

    /** An Auto Scaling instance entered a lifecycle state, in AWS's words such as {@code Terminating:Wait}. */
    record LifecycleState(Instant at, String group, String instanceId, String state) implements WorldEvent {}

    /** What happened to a lifecycle action. */
    enum ActionStep {
        STARTED,
        HEARTBEAT,
        COMPLETED,
        TIMED_OUT,
        CANCELLED
    }

    /** A lifecycle action moved; the result is {@code CONTINUE} or {@code ABANDON} where it ended. */
    record LifecycleAction(
            Instant at, String group, String hook, String instanceId, ActionStep step, Optional<String> result)
            implements WorldEvent {}

    /** An Auto Scaling group's desired capacity was set. */
    record DesiredCapacity(Instant at, String group, int desired) implements WorldEvent {}

    /** A container instance got a status ({@code ACTIVE}, {@code DRAINING}, {@code INACTIVE}) or its agent (dis)connected. */
    record ContainerInstanceStatus(Instant at, String cluster, String instanceId, String status, boolean agentConnected)
            implements WorldEvent {}

    /** A task got a last status; the group is {@code service:NAME} or {@code family:NAME}. */
    record TaskStatus(Instant at, String cluster, String group, String taskArn, String instanceId, String lastStatus)
            implements WorldEvent {}

    /** A service's counts changed; healthy tasks are those that serve (or need not). */
    record ServiceCounts(Instant at, String cluster, String service, int desired, int running, int healthy)
            implements WorldEvent {}

    /** A load balancer's view of an instance changed: {@code registered}, {@code draining}, {@code out}; port 0 for Classic. */
    record Registration(Instant at, String loadBalancer, String instanceId, int port, String state)
            implements WorldEvent {}

    /** A request was answered; the instance is the one that answered. */
    record RequestServed(Instant at, String loadBalancer, String instanceId, Duration took) implements WorldEvent {}

    /** A request was lost, with the reason in words; empty instance if none could be chosen. */
    record RequestDropped(Instant at, String loadBalancer, Optional<String> instanceId, String reason)
            implements WorldEvent {}

    /** An AWS API call was answered; the caller is a function's name or an access key, the error AWS's code. */
    record ApiCall(Instant at, String caller, String service, String operation, Optional<String> error)
            implements WorldEvent {}

    /** A function finished; the error is empty if it returned. */
    record Invocation(Instant at, String function, String requestId, Duration took, Optional<String> error)
            implements WorldEvent {}

    /** A function wrote a line to its log group. */
    record LogLine(Instant at, String function, String text) implements WorldEvent {}
}
