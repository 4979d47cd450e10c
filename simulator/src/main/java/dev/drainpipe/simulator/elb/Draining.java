package dev.drainpipe.simulator.elb;

import java.time.Duration;

/**
 * How a target is let go: what happens to the requests on it once no new ones come.
 *
 * @param limit how long they may go on; zero cuts them at once
 * @param endsWhenIdle whether the target is gone as soon as none is left, rather than when the limit has passed
 * @param cutsAtLimit whether those left at the limit are cut
 */
record Draining(Duration limit, boolean endsWhenIdle, boolean cutsAtLimit) {
    /** A Classic load balancer without connection draining. */
    static Draining none() {
        return new Draining(Duration.ZERO, true, true);
    }
}
