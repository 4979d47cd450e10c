package dev.drainpipe.port;

import dev.drainpipe.port.LifecycleActions.Answer;

/** Has an instance replaced by its group. */
@FunctionalInterface
public interface GroupTerminations {
    /**
     * Begins the termination of an instance, which runs its group's hooks; the group's desired capacity stays, so that a
     * replacement is launched. Irreversible.
     *
     * @return OVER if it is in no group (any more)
     * @throws TryLater if Auto Scaling does not answer, or the group is busy with something else
     */
    Answer terminate(String instanceId);
}
