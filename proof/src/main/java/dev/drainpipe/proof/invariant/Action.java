package dev.drainpipe.proof.invariant;

import java.time.Instant;

/**
 * A lifecycle action that is open.
 *
 * @param asked when its group first wanted the instance to go, as far as anybody was told
 * @param started when the group began to wait
 * @param kept when the wait was last kept open
 */
public record Action(String group, String hook, String instanceId, Instant asked, Instant started, Instant kept) {
    Action keptAt(Instant moment) {
        return new Action(group, hook, instanceId, asked, started, moment);
    }

    @Override
    public String toString() {
        return hook + " of " + instanceId + " in " + group;
    }
}
