package dev.drainpipe.simulator.wire;

import java.net.URI;

/** A simulated service: its place on the wire, and the operations that it simulates. */
public interface AwsService {
    /** Which of AWS's services this is. */
    ServiceId id();

    /** What it can do; everything else is refused, loudly. */
    Operations operations();

    /** Told under which address clients reach the simulator, for a service whose answers contain it. */
    default void reachableAt(URI base) {}
}
