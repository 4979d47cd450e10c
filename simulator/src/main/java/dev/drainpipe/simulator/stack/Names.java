package dev.drainpipe.simulator.stack;

import java.util.Locale;

/** Physical names of resources that the template leaves nameless. */
final class Names {
    private Names() {}

    /**
     * The name that the simulator gives: {@code task-scaler} for {@code TaskScalerFunction}, {@code lifecycle-queue}
     * for {@code LifecycleQueue}. CloudFormation would put the stack's name before it and random letters behind.
     */
    static String physical(String logicalId) {
        String subject = logicalId.endsWith("Function") ? logicalId.substring(0, logicalId.length() - 8) : logicalId;
        return subject.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
