package dev.drainpipe.simulator.ecs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Attribute;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceField;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceHealthStatus;
import software.amazon.awssdk.services.ecs.model.InstanceHealthCheckResult;
import software.amazon.awssdk.services.ecs.model.InstanceHealthCheckState;
import software.amazon.awssdk.services.ecs.model.InstanceHealthCheckType;
import software.amazon.awssdk.services.ecs.model.Resource;
import software.amazon.awssdk.services.ecs.model.VersionInfo;

/** A container instance as DescribeContainerInstances shows it. */
final class ContainerInstanceView {
    /** The version of all agents. */
    static final String AGENT_VERSION = "1.90.0";

    /** A slot in the units of ECS, so that the resources of an instance add up. */
    private static final int SLOT_CPU_UNITS = 256;

    private static final int SLOT_MEMORY_MIB = 512;

    private ContainerInstanceView() {}

    static ContainerInstance of(SimulatedInstance instance, List<ContainerInstanceField> included) {
        ContainerInstance.Builder view = ContainerInstance.builder()
                .containerInstanceArn(instance.arn())
                .ec2InstanceId(instance.ec2().id())
                .version(instance.version())
                .versionInfo(VersionInfo.builder().agentVersion(AGENT_VERSION).build())
                .status(instance.status().name())
                .agentConnected(instance.connected())
                .runningTasksCount(running(instance))
                .pendingTasksCount(pending(instance))
                .registeredAt(instance.registeredAt())
                .registeredResources(resources(instance.ec2().taskSlots(), List.of()))
                .remainingResources(resources(instance.freeSlots(), takenPorts(instance)))
                .attributes(attributes(instance));
        if (included.contains(ContainerInstanceField.CONTAINER_INSTANCE_HEALTH)) {
            view.healthStatus(health(instance));
        }
        return view.build();
    }

    /** The attributes that can be asked for in a filter, by name. */
    static Map<String, String> attributesOf(SimulatedInstance instance) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ecs.availability-zone", instance.ec2().zone());
        attributes.put("ecs.os-type", "linux");
        attributes.put("ecs.cpu-architecture", "x86_64");
        return attributes;
    }

    /**
     * Counts by desired status: a task that is stopping is in neither counter (Amazon ECS API reference,
     * ContainerInstance).
     */
    static int running(SimulatedInstance instance) {
        return (int) instance.tasks().stream().filter(SimulatedTask::runs).count();
    }

    private static int pending(SimulatedInstance instance) {
        return (int) instance.tasks().stream().filter(SimulatedTask::pends).count();
    }

    private static List<String> takenPorts(SimulatedInstance instance) {
        List<String> ports = new ArrayList<>();
        instance.tasks().forEach(t -> t.hostPort().ifPresent(p -> ports.add(String.valueOf(p))));
        return ports;
    }

    private static List<Resource> resources(int slots, List<String> ports) {
        return List.of(
                amount("CPU", slots * SLOT_CPU_UNITS),
                amount("MEMORY", slots * SLOT_MEMORY_MIB),
                Resource.builder()
                        .name("PORTS")
                        .type("STRINGSET")
                        .stringSetValue(ports)
                        .build());
    }

    private static Resource amount(String name, int value) {
        return Resource.builder().name(name).type("INTEGER").integerValue(value).build();
    }

    private static List<Attribute> attributes(SimulatedInstance instance) {
        return attributesOf(instance).entrySet().stream()
                .map(e ->
                        Attribute.builder().name(e.getKey()).value(e.getValue()).build())
                .toList();
    }

    private static ContainerInstanceHealthStatus health(SimulatedInstance instance) {
        InstanceHealthCheckState state =
                instance.connected() ? InstanceHealthCheckState.OK : InstanceHealthCheckState.INSUFFICIENT_DATA;
        return ContainerInstanceHealthStatus.builder()
                .overallStatus(state)
                .details(InstanceHealthCheckResult.builder()
                        .type(InstanceHealthCheckType.CONTAINER_RUNTIME)
                        .status(state)
                        .build())
                .build();
    }
}
