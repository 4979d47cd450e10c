package dev.drainpipe.simulator.ecs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Connectivity;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.HealthStatus;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkBinding;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TransportProtocol;

/** A task as DescribeTasks shows it. */
final class TaskView {
    private TaskView() {}

    static Task of(SimulatedTask task, Setting setting) {
        Task.Builder view = Task.builder()
                .taskArn(task.arn())
                .clusterArn(task.instance().cluster().arn())
                .containerInstanceArn(task.instance().arn())
                .taskDefinitionArn(task.launch().definition().arn())
                .availabilityZone(task.instance().ec2().zone())
                .group(task.launch().group())
                .startedBy(task.launch().startedBy().orElse(null))
                .launchType(LaunchType.EC2)
                .lastStatus(task.lastStatus().name())
                .desiredStatus(desiredStatus(task))
                .connectivity(task.instance().connected() ? Connectivity.CONNECTED : Connectivity.DISCONNECTED)
                .healthStatus(health(task, setting.now()))
                .containers(container(task, setting.now()))
                .version(task.version());
        addTimes(view, task);
        addCause(view, task);
        return view.build();
    }

    /** RUNNING or STOPPED; ECS never sets it to PENDING (Amazon ECS API reference, ListTasks). */
    static String desiredStatus(SimulatedTask task) {
        return task.wanted() ? "RUNNING" : "STOPPED";
    }

    private static HealthStatus health(SimulatedTask task, Instant now) {
        boolean known = task.spec().healthCheck().isPresent() && task.lastStatus() == LastStatus.RUNNING;
        return known && Health.passes(task, now) ? HealthStatus.HEALTHY : HealthStatus.UNKNOWN;
    }

    private static List<Container> container(SimulatedTask task, Instant now) {
        Container.Builder container = Container.builder()
                .name(task.launch().definition().container())
                .taskArn(task.arn())
                .lastStatus(containerStatus(task))
                .healthStatus(health(task, now));
        task.hostPort()
                .ifPresent(port -> container.networkBindings(NetworkBinding.builder()
                        .bindIP("0.0.0.0")
                        .containerPort(task.spec()
                                .port()
                                .map(PortMapping::containerPort)
                                .orElse(port))
                        .hostPort(port)
                        .protocol(TransportProtocol.TCP)
                        .build()));
        return List.of(container.build());
    }

    private static String containerStatus(SimulatedTask task) {
        if (task.lastStatus().starting()) {
            return "PENDING";
        }
        return task.at(Moment.EXECUTION_STOPPED).isPresent() || task.stopped() ? "STOPPED" : "RUNNING";
    }

    private static void addTimes(Task.Builder builder, SimulatedTask task) {
        builder.createdAt(time(task, Moment.CREATED))
                .connectivityAt(time(task, Moment.CONNECTED))
                .pullStartedAt(time(task, Moment.PULL_STARTED))
                .pullStoppedAt(time(task, Moment.PULL_STOPPED))
                .startedAt(time(task, Moment.STARTED))
                .stoppingAt(time(task, Moment.STOPPING))
                .executionStoppedAt(time(task, Moment.EXECUTION_STOPPED))
                .stoppedAt(time(task, Moment.STOPPED));
    }

    private static @Nullable Instant time(SimulatedTask task, Moment moment) {
        return task.at(moment).orElse(null);
    }

    private static void addCause(Task.Builder builder, SimulatedTask task) {
        task.cause().ifPresent(cause -> builder.stopCode(cause.code()).stoppedReason(cause.reason()));
    }
}
