package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.AwsError;

/** ECS's error answers, by the codes of the Amazon ECS API reference; all of them are HTTP 400. */
final class EcsErrors {
    private EcsErrors() {}

    static AwsError clusterNotFound() {
        return AwsError.sender("ClusterNotFoundException", "Cluster not found.");
    }

    static AwsError serviceNotFound() {
        return AwsError.sender("ServiceNotFoundException", "Service not found.");
    }

    static AwsError serviceNotActive() {
        return AwsError.sender("ServiceNotActiveException", "Service was not ACTIVE.");
    }

    static AwsError invalid(String text) {
        return AwsError.sender("InvalidParameterException", text);
    }

    static AwsError client(String text) {
        return AwsError.sender("ClientException", text);
    }

    /** A cluster that still holds something of this kind cannot be deleted. */
    static AwsError clusterContains(String kind) {
        return AwsError.sender(
                "ClusterContains%sException".formatted(kind.replace(" ", "")),
                "The Cluster cannot be deleted while %s are active.".formatted(kind));
    }

    /** What AWS can do and the simulator cannot. */
    static AwsError notSimulated(String what) {
        return AwsError.sender("NotSimulated", "The simulated ECS does not simulate %s.".formatted(what));
    }
}
