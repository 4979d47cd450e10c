package dev.drainpipe.simulator.wire;

import software.amazon.awssdk.core.SdkPojo;

/**
 * A call on its way to its service.
 *
 * @param caller a function's name or an access key id
 * @param operation its wire name, such as {@code ListTasks}
 * @param request as the service gets it
 */
public record Passing(String caller, ServiceId service, String operation, SdkPojo request) {
    /** The service's signing name and the operation, such as {@code ecs:ListTasks}. */
    public String name() {
        return service.signingName() + ":" + operation;
    }
}
