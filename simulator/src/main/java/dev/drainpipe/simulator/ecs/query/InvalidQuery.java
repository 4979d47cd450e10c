package dev.drainpipe.simulator.ecs.query;

/** Thrown for an expression that is not of the cluster query language; the message says where and why. */
@SuppressWarnings("serial")
public final class InvalidQuery extends RuntimeException {
    InvalidQuery(String why) {
        super(why);
    }
}
