package dev.drainpipe.simulator.elb;

import java.time.Duration;

/**
 * What AWS does not document about target groups.
 *
 * @param cutsAtDelay whether requests that are still in flight when the deregistration delay ends are cut
 * @param endedListed how long a target is still listed, as unused, after its instance ended
 */
public record ElbV2Behaviour(boolean cutsAtDelay, Duration endedListed) {
    /** Cuts, and lists ended targets for 5 minutes. */
    public static ElbV2Behaviour defaults() {
        return new ElbV2Behaviour(true, Duration.ofMinutes(5));
    }
}
