package dev.drainpipe.terminator;

/** Why an instance is not safe to terminate: one constant per condition, each with its sentence. */
public enum Blocker {
    /**
     * The group is not, or no longer, waiting for us. It ends the work: nobody asked for this instance.
     *
     * <p>A group waits while the instance is {@code Terminating:Wait} (EC2 Auto Scaling User Guide, "Amazon EC2 Auto
     * Scaling instance lifecycle").
     */
    NOT_ASKED(Waiver.NEVER, "the group does not wait for it"),

    /**
     * What we saw is too old to act on, or we did not see it at all: a throttle, a time-out or an answer in part is not
     * an answer.
     */
    STALE(Waiver.NEVER, "what was seen is no ground to act on"),

    /**
     * ECS may still place a task on it.
     *
     * <p>Nothing is placed on an instance once it is DRAINING (Amazon ECS API reference, UpdateContainerInstancesState).
     */
    NOT_DRAINING(Waiver.NEVER, "ECS may still place a task on it"),

    /**
     * Its agent is not connected to ECS: no task changes there, and its counts are no evidence (Amazon ECS API
     * reference, ContainerInstance).
     */
    AGENT_SILENT(Waiver.AT_THE_DEADLINE, "its agent is not connected"),

    /**
     * A task is not STOPPED. Counters at 0 are not enough: a task that is being stopped is in neither counter, though
     * its containers run and its target drains (Amazon ECS Developer Guide, "Amazon ECS task lifecycle").
     */
    TASKS_LEFT(Waiver.AT_THE_DEADLINE, "a task has not stopped"),

    /** A load balancer still sends it requests, or waits for those in flight. */
    TRAFFIC_LEFT(Waiver.AT_THE_DEADLINE, "a load balancer has not let go of it");

    private final Waiver waiver;
    private final String sentence;

    Blocker(Waiver waiver, String sentence) {
        this.waiver = waiver;
        this.sentence = sentence;
    }

    /** Whether the deadline of the drain may overrule it. */
    public boolean waivable() {
        return waiver == Waiver.AT_THE_DEADLINE;
    }

    /** What it means, in words. */
    public String sentence() {
        return sentence;
    }

    private enum Waiver {
        NEVER,
        AT_THE_DEADLINE
    }
}
