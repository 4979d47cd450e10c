package dev.drainpipe.simulator.traffic;

import java.time.Instant;

/**
 * How the traffic stood at one moment, counted from its start.
 *
 * @param sent requests so far; served, dropped and in flight add up to it
 */
public record TrafficCounts(Instant at, long sent, long served, long dropped, int inFlight) {}
