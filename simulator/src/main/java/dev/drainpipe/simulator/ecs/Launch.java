package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.schedule.Need;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is to be started, and for whom.
 *
 * @param definition what it is like
 * @param group {@code service:NAME}, or {@code family:NAME} unless RunTask named another
 * @param startedBy the deployment's id, or what RunTask said
 * @param service the service that it belongs to; empty for a standalone task
 */
record Launch(Definition definition, String group, Optional<String> startedBy, Optional<SimulatedService> service) {
    /** A task of a service. */
    static Launch of(SimulatedService service) {
        return new Launch(
                service.definition(), service.group(), Optional.of(service.deploymentId()), Optional.of(service));
    }

    /** A standalone task of the default group. */
    static Launch standalone(Definition definition) {
        return new Launch(definition, "family:" + definition.spec().family(), Optional.empty(), Optional.empty());
    }

    TaskSpec spec() {
        return definition.spec();
    }

    Need need() {
        OptionalInt hostPort = spec().port()
                .filter(p -> !p.dynamic())
                .map(p -> OptionalInt.of(p.hostPort()))
                .orElse(OptionalInt.empty());
        return new Need(spec().slots(), hostPort);
    }
}
