package dev.drainpipe.simulator.ecs;

import software.amazon.awssdk.services.ecs.model.Failure;

/** Entries of {@code failures[]}, with the reasons of the Developer Guide, "Amazon ECS API failure reasons". */
final class Failures {
    private Failures() {}

    static Failure of(String arn, String reason) {
        return Failure.builder().arn(arn).reason(reason).build();
    }

    /** There is no such thing. */
    static Failure missing(String arn) {
        return of(arn, "MISSING");
    }
}
