package dev.drainpipe.fleet;

/**
 * What ECS said of one service.
 *
 * @param name its name
 * @param desiredCount how many tasks ECS was told to run
 * @param scaling who may change that number
 */
public record Service(String name, int desiredCount, Scaling scaling) {
    /** Whether the number of tasks is ours to change, and if not, why. */
    public enum Scaling {
        OURS(""),
        MISSING("it does not exist in this cluster"),
        INACTIVE("it has been deleted, or is being deleted"),
        DAEMON("it is a daemon service: ECS runs one task per instance by itself"),
        FOREIGN_CONTROLLER("its deployment controller is not ECS"),
        STUCK_DEPLOYMENT(
                "its deployment is stuck: its tasks keep failing, and more of them would fail too; the service's"
                        + " events say why");

        private final String reason;

        Scaling(String reason) {
            this.reason = reason;
        }

        /** Why the number is not ours to change; empty if it is. */
        public String reason() {
            return reason;
        }
    }
}
