package dev.drainpipe.taskscaler;

/**
 * How many tasks should run now?
 *
 * <p>As many as there are instances, less the {@code n} that are kept free, within bounds:
 * <pre>clamp(instances - n, min, max)</pre>
 *
 * <p>Instances are ACTIVE container instances; DRAINING ones never count. ECS agents drop and reopen their connection
 * several times an hour in normal work (Amazon ECS Developer Guide, "Amazon ECS container instance state change
 * events"), so the evidence is asymmetric: the count is raised only to what <em>connected</em> instances carry, and
 * lowered only to what <em>active</em> ones carry; in between it is left as it is.
 */
public final class DesiredTasks {
    private DesiredTasks() {}

    /** The answer, with its reason, for a service that is told to run this many tasks now. */
    public static Answer decide(int current, Instances instances, Bounds bounds) {
        int atLeast = bounds.clamp(instances.connected());
        int atMost = bounds.clamp(instances.active());
        if (current < atLeast) {
            return new Answer(atLeast, Reason.TOO_FEW);
        }
        if (current > atMost) {
            return new Answer(atMost, Reason.TOO_MANY);
        }
        return new Answer(current, atLeast == atMost ? Reason.RIGHT : Reason.IN_BETWEEN);
    }

    /**
     * The instances of a cluster.
     *
     * @param active those that may get tasks
     * @param connected those of them whose agent is connected
     */
    public record Instances(int active, int connected) {
        public Instances {
            if (connected < 0 || connected > active) {
                throw new IllegalArgumentException(connected + " connected of " + active + " active instances");
            }
        }

        /** As if all agents were connected: as many tasks as can be asked for at all. */
        public static Instances allConnected(int active) {
            return new Instances(active, active);
        }
    }

    /**
     * What the operator wants.
     *
     * @param n how many instances are kept free of the service's tasks
     * @param min the fewest tasks, however few instances there are
     * @param max the most tasks, however many instances there are
     */
    public record Bounds(int n, int min, int max) {
        public Bounds {
            if (n < 0 || min < 0 || max < min) {
                throw new IllegalArgumentException("n " + n + ", min " + min + ", max " + max);
            }
        }

        private int clamp(int instances) {
            return Math.max(min, Math.min(max, instances - n));
        }
    }

    /** The number of tasks that should run, and why. */
    public record Answer(int count, Reason reason) {
        /** Whether the number differs from what it was. */
        public boolean changes() {
            return reason == Reason.TOO_FEW || reason == Reason.TOO_MANY;
        }
    }

    /** Why a number is the answer. */
    public enum Reason {
        /** It is what the instances carry. */
        RIGHT,
        /** Fewer than the connected instances carry: raise. */
        TOO_FEW,
        /** More than the active instances carry: lower. */
        TOO_MANY,
        /** More than the connected, but not more than the active instances carry: wait for the agents. */
        IN_BETWEEN
    }
}
