package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.schedule.ReplicaGoal;
import dev.drainpipe.simulator.elb.Registrar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** A service with its one deployment; a new deployment is not simulated. */
final class SimulatedService {
    /** The statuses of a service (Amazon ECS API reference, Service). */
    enum Status {
        ACTIVE,
        DRAINING,
        INACTIVE
    }

    private final ServiceSpec spec;
    private final String arn;
    private final List<Registrar> registrars;
    private final Instant createdAt;
    private final String deploymentId;
    private final ServiceEvents events;
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private Status status = Status.ACTIVE;
    private Definition definition;
    private HealthyPercents percents;
    private int desired;
    private @Nullable DeploymentTrouble trouble;

    SimulatedService(ServiceSpec spec, Definition definition, List<Registrar> registrars, Setting setting) {
        this.spec = spec;
        this.arn = setting.arn("service/" + spec.cluster() + "/" + spec.name());
        this.definition = definition;
        this.registrars = List.copyOf(registrars);
        this.createdAt = setting.now();
        this.deploymentId = "ecs-svc/" + (1_000_000_000L + setting.dice().below(Integer.MAX_VALUE));
        this.events = new ServiceEvents(spec.name(), setting);
        this.percents = spec.percents();
        this.desired = spec.desiredCount();
    }

    ServiceSpec spec() {
        return spec;
    }

    String name() {
        return spec.name();
    }

    String arn() {
        return arn;
    }

    String group() {
        return "service:" + spec.name();
    }

    Definition definition() {
        return definition;
    }

    /** What its later tasks are like; those that there are stay as they are. */
    void changeLaterTasks(UnaryOperator<TaskSpec> change) {
        definition = definition.with(change.apply(definition.spec()));
    }

    /** The load balancers that ECS registers its tasks with. */
    List<Registrar> registrars() {
        return registrars;
    }

    Instant createdAt() {
        return createdAt;
    }

    String deploymentId() {
        return deploymentId;
    }

    ServiceEvents events() {
        return events;
    }

    Status status() {
        return status;
    }

    boolean daemon() {
        return spec.strategy() == SchedulingStrategy.DAEMON;
    }

    int desired() {
        return desired;
    }

    void desire(int count) {
        desired = count;
    }

    HealthyPercents percents() {
        return percents;
    }

    void allow(HealthyPercents others) {
        percents = others;
    }

    /** Stops all its tasks; it is INACTIVE once they are STOPPED. */
    void delete() {
        status = Status.DRAINING;
        desired = 0;
    }

    void inactive() {
        status = Status.INACTIVE;
    }

    /** What is wrong with its deployment, as far as somebody said so. */
    Optional<DeploymentTrouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    void trouble(DeploymentTrouble reported) {
        trouble = reported;
    }

    void add(SimulatedTask task) {
        tasks.put(task.id(), task);
    }

    void remove(SimulatedTask task) {
        tasks.remove(task.id());
    }

    /** Its tasks that are not STOPPED, in the order of their start. */
    List<SimulatedTask> tasks() {
        return List.copyOf(tasks.values());
    }

    int running() {
        return (int) tasks.values().stream().filter(SimulatedTask::runs).count();
    }

    int pending() {
        return (int) tasks.values().stream().filter(SimulatedTask::pends).count();
    }

    ReplicaGoal goal(EcsBehaviour behaviour) {
        return new ReplicaGoal(
                desired, percents.fewest(desired), percents.most(desired), behaviour.endingTasksCountForMaximum());
    }
}
