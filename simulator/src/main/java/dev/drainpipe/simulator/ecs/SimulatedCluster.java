package dev.drainpipe.simulator.ecs;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster with all that ECS still remembers of it. */
final class SimulatedCluster {
    private final String name;
    private final String arn;
    private final Map<String, SimulatedInstance> instances = new LinkedHashMap<>();
    private final Map<String, SimulatedService> services = new LinkedHashMap<>();
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private boolean active = true;

    SimulatedCluster(String name, String arn) {
        this.name = name;
        this.arn = arn;
    }

    String name() {
        return name;
    }

    String arn() {
        return arn;
    }

    /** The ARN that a part of it has or would have; the kind is such as {@code task}. */
    String arnOf(String kind, String key) {
        return arn.substring(0, arn.lastIndexOf("cluster/")) + kind + "/" + name + "/" + key;
    }

    boolean active() {
        return active;
    }

    void delete() {
        active = false;
    }

    void add(SimulatedInstance instance) {
        instances.put(instance.id(), instance);
    }

    void add(SimulatedService service) {
        services.put(service.name(), service);
    }

    void add(SimulatedTask task) {
        tasks.put(task.id(), task);
    }

    void forget(SimulatedInstance instance) {
        instances.remove(instance.id());
    }

    void forget(SimulatedTask task) {
        tasks.remove(task.id());
    }

    /** All container instances that can be described, in the order of their registration. */
    Collection<SimulatedInstance> instances() {
        return instances.values();
    }

    /** The container instances that are not INACTIVE. */
    List<SimulatedInstance> registered() {
        return instances.values().stream().filter(SimulatedInstance::registered).toList();
    }

    /** All services that can be described. */
    Collection<SimulatedService> services() {
        return services.values();
    }

    /** All tasks that can be described, in the order of their start. */
    Collection<SimulatedTask> tasks() {
        return tasks.values();
    }

    /** The container instance of this id or ARN. */
    Optional<SimulatedInstance> instance(String idOrArn) {
        return Arns.find(idOrArn, instances, SimulatedInstance::arn);
    }

    /** The service of this name or ARN. */
    Optional<SimulatedService> service(String nameOrArn) {
        return Arns.find(nameOrArn, services, SimulatedService::arn);
    }

    /** The task of this id or ARN. */
    Optional<SimulatedTask> task(String idOrArn) {
        return Arns.find(idOrArn, tasks, SimulatedTask::arn);
    }
}
