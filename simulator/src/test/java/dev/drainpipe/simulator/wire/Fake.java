package dev.drainpipe.simulator.wire;

/** A service of nothing but the operations that a test gives it. */
record Fake(ServiceId id, Operations operations) implements AwsService {}
