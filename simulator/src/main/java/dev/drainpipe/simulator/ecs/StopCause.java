package dev.drainpipe.simulator.ecs;

import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** Why a task ends, in AWS's code and words (Amazon ECS Developer Guide, "Viewing Amazon ECS stopped task errors"). */
record StopCause(TaskStopCode code, String reason) {
    /** The container ended by itself. */
    static StopCause exited() {
        return new StopCause(TaskStopCode.ESSENTIAL_CONTAINER_EXITED, "Essential container in task exited");
    }

    /** Somebody called StopTask. */
    static StopCause user(String reason) {
        return new StopCause(TaskStopCode.USER_INITIATED, reason);
    }

    /** The service scheduler has no use for it any more. */
    static StopCause scaling(String deployment) {
        return new StopCause(
                TaskStopCode.SERVICE_SCHEDULER_INITIATED,
                "Scaling activity initiated by (deployment %s)".formatted(deployment));
    }

    /** The EC2 instance is gone. */
    static StopCause hostTerminated(String instanceId) {
        return new StopCause(
                TaskStopCode.TERMINATION_NOTICE, "Host EC2 (instance %s) terminated.".formatted(instanceId));
    }

    /** The container instance was deregistered by force; what runs there goes on, unseen. */
    static StopCause deregistered() {
        return new StopCause(TaskStopCode.USER_INITIATED, "Container instance deregistration forced by user");
    }
}
