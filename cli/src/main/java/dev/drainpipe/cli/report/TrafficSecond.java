package dev.drainpipe.cli.report;

/**
 * What happened to requests within one second.
 *
 * @param served requests answered
 * @param dropped requests lost
 * @param inFlight the mean number of requests in flight, counting those that were answered in the end
 */
public record TrafficSecond(int served, int dropped, double inFlight) {
    /** A second without a request. */
    public static final TrafficSecond QUIET = new TrafficSecond(0, 0, 0);

    TrafficSecond plus(TrafficSecond other) {
        return new TrafficSecond(served + other.served, dropped + other.dropped, inFlight + other.inFlight);
    }
}
