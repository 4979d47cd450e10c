package dev.drainpipe.simulator.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionStatus;

/**
 * The registered task definitions: families of numbered revisions.
 *
 * <p>Facts from the Amazon ECS API reference, RegisterTaskDefinition.
 */
final class TaskDefinitions {
    private static final int MEMORY_MIB = 512;

    private final Map<String, List<Definition>> families = new LinkedHashMap<>();
    private final Setting setting;

    TaskDefinitions(Setting setting) {
        this.setting = setting;
    }

    /** Registers what these tasks are like; the newest revision if it says just this. */
    Definition register(TaskSpec spec) {
        return newest(spec.family())
                .filter(d -> d.spec().equals(spec))
                .orElseGet(() -> register(spec, List.of(container(spec))));
    }

    /** Registers a new revision. */
    Definition register(TaskSpec spec, List<ContainerDefinition> containers) {
        List<Definition> revisions = families.computeIfAbsent(spec.family(), f -> new ArrayList<>());
        int revision = revisions.size() + 1;
        TaskDefinition described = TaskDefinition.builder()
                .taskDefinitionArn(setting.arn("task-definition/" + spec.family() + ":" + revision))
                .family(spec.family())
                .revision(revision)
                .status(TaskDefinitionStatus.ACTIVE)
                .networkMode(NetworkMode.BRIDGE)
                .compatibilities(Compatibility.EC2)
                .containerDefinitions(containers)
                .registeredAt(setting.now())
                .build();
        Definition definition = new Definition(spec, described);
        revisions.add(definition);
        return definition;
    }

    /** The revision of this ARN or {@code family:revision}, or the newest of this family. */
    Optional<Definition> find(String given) {
        String name = Arns.lastSegment(given);
        int colon = name.indexOf(':');
        if (colon < 0) {
            return newest(name);
        }
        return families.getOrDefault(name.substring(0, colon), List.of()).stream()
                .filter(d -> d.revision().equals(name))
                .findFirst();
    }

    private Optional<Definition> newest(String family) {
        List<Definition> revisions = families.getOrDefault(family, List.of());
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.get(revisions.size() - 1));
    }

    private static ContainerDefinition container(TaskSpec spec) {
        ContainerDefinition.Builder container = ContainerDefinition.builder()
                .name(spec.family())
                .image(spec.family() + ":latest")
                .memory(MEMORY_MIB)
                .essential(true)
                .stopTimeout(Math.toIntExact(spec.shutdown().stopTimeout().toSeconds()));
        spec.port()
                .ifPresent(p -> container.portMappings(PortMapping.builder()
                        .containerPort(p.containerPort())
                        .hostPort(p.hostPort())
                        .build()));
        return container.build();
    }
}
