package dev.drainpipe.simulator.iam;

import java.util.Map;

/**
 * One thing that a role must allow for a call to go through.
 *
 * @param action such as {@code ecs:ListTasks}
 * @param resource an ARN, or {@code *} for an action without resource types
 * @param keys the condition keys that AWS puts into this request, and their values
 */
record Access(String action, String resource, Map<String, String> keys) {
    static final String ANY = "*";

    Access {
        keys = Map.copyOf(keys);
    }

    /** An access to no resource in particular. */
    static Access toAnything(String action) {
        return new Access(action, ANY, Map.of());
    }
}
