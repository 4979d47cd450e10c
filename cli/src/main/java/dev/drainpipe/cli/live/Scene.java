package dev.drainpipe.cli.live;

import dev.drainpipe.cli.report.FleetState;
import java.time.Instant;

/**
 * What can be seen of a run at one moment.
 *
 * @param title what the run is
 * @param now the virtual time
 * @param phase what is going on, in a few words
 * @param fleet instances and the service
 * @param requests requests so far
 */
public record Scene(String title, Instant now, String phase, FleetState fleet, Requests requests) {
    /** How many requests are in flight now, and how many were answered and lost so far. */
    public record Requests(int inFlight, int served, int dropped) {}
}
