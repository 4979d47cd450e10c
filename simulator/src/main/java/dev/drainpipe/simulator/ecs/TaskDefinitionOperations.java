package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTaskDefinitionResponse;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionResponse;

/**
 * RegisterTaskDefinition and DescribeTaskDefinition, as far as a task's port, stop timeout and health check go; what
 * else a container definition says is kept and has no effect.
 */
final class TaskDefinitionOperations {
    /** The members of a request that are understood; all others are refused. */
    private static final Set<String> SIMULATED = Set.of(
            "family",
            "containerDefinitions",
            "networkMode",
            "requiresCompatibilities",
            "cpu",
            "memory",
            "taskRoleArn",
            "executionRoleArn");

    /** The seconds between two health checks where none are given (Amazon ECS API reference, HealthCheck). */
    private static final int CHECK_INTERVAL_SECONDS = 30;

    private final TaskDefinitions definitions;

    TaskDefinitionOperations(TaskDefinitions definitions) {
        this.definitions = definitions;
    }

    void addTo(Operations operations) {
        operations
                .on(RegisterTaskDefinitionRequest.class, this::register)
                .on(DescribeTaskDefinitionRequest.class, this::describe);
    }

    private RegisterTaskDefinitionResponse register(RegisterTaskDefinitionRequest request) {
        Checks.simulated(request, SIMULATED);
        String family = request.family();
        if (family == null || family.isEmpty()) {
            throw EcsErrors.client("Family should not be null or empty.");
        }
        if (request.containerDefinitions().isEmpty()) {
            throw EcsErrors.client("Container list cannot be empty.");
        }
        if (request.networkModeAsString() != null
                && !request.networkModeAsString().equals("bridge")) {
            throw EcsErrors.notSimulated("networkMode " + request.networkModeAsString());
        }
        Definition definition =
                definitions.register(spec(family, request.containerDefinitions()), request.containerDefinitions());
        return RegisterTaskDefinitionResponse.builder()
                .taskDefinition(definition.described())
                .build();
    }

    private DescribeTaskDefinitionResponse describe(DescribeTaskDefinitionRequest request) {
        Definition definition = definitions
                .find(Checks.given("taskDefinition", request.taskDefinition()))
                .orElseThrow(() -> EcsErrors.client("Unable to describe task definition."));
        return DescribeTaskDefinitionResponse.builder()
                .taskDefinition(definition.described())
                .build();
    }

    private static TaskSpec spec(String family, List<ContainerDefinition> containers) {
        TaskSpec spec = TaskSpec.of(family);
        for (ContainerDefinition container : containers) {
            spec = with(spec, container);
        }
        return spec;
    }

    private static TaskSpec with(TaskSpec spec, ContainerDefinition container) {
        TaskSpec changed = spec;
        if (spec.port().isEmpty() && !container.portMappings().isEmpty()) {
            changed = changed.withPort(port(container.portMappings().get(0)));
        }
        if (container.stopTimeout() != null) {
            Duration timeout = Duration.ofSeconds(container.stopTimeout());
            changed = changed.withShutdown(changed.shutdown().withStopTimeout(timeout));
        }
        if (container.healthCheck() != null) {
            changed = changed.withHealthCheck(firstCheck(container.healthCheck()));
        }
        return changed;
    }

    private static PortMapping port(software.amazon.awssdk.services.ecs.model.PortMapping mapping) {
        Integer containerPort = mapping.containerPort();
        if (containerPort == null) {
            throw EcsErrors.client("Container port cannot be null.");
        }
        int hostPort = Optional.ofNullable(mapping.hostPort()).orElse(0);
        return new PortMapping(containerPort, hostPort);
    }

    private static Duration firstCheck(HealthCheck check) {
        return Duration.ofSeconds(Optional.ofNullable(check.interval()).orElse(CHECK_INTERVAL_SECONDS));
    }
}
