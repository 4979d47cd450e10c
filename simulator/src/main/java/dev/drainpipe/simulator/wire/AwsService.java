package dev.drainpipe.simulator.wire;

/** A simulated service: its place on the wire, and the operations that it simulates. */
public interface AwsService {
    /** Which of AWS's services this is. */
    ServiceId id();

    /** What it can do; everything else is refused, loudly. */
    Operations operations();
}
