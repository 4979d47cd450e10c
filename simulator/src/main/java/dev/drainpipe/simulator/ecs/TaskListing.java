package dev.drainpipe.simulator.ecs;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;

/** ListTasks: which tasks there are, by desired status and up to one other criterion or more. */
final class TaskListing {
    private final Clusters clusters;

    TaskListing(Clusters clusters) {
        this.clusters = clusters;
    }

    ListTasksResponse answer(ListTasksRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        refuseCompany(request);
        Predicate<SimulatedTask> filter = desired(request.desiredStatusAsString())
                .and(on(cluster, request.containerInstance()))
                .and(of(cluster, request.serviceName()))
                .and(equalTo(request.family(), t -> t.spec().family()))
                .and(equalTo(request.startedBy(), t -> t.launch().startedBy().orElse("")))
                .and(equalTo(request.launchTypeAsString(), t -> "EC2"));
        List<String> arns =
                cluster.tasks().stream().filter(filter).map(SimulatedTask::arn).toList();
        ArnPage page = ArnPage.of(arns, new ArnPage.Request(request.nextToken(), request.maxResults()), ArnPage.MOST);
        return ListTasksResponse.builder()
                .taskArns(page.arns())
                .nextToken(page.nextToken().orElse(null))
                .build();
    }

    /** {@code startedBy} must stand alone (Amazon ECS API reference, ListTasks); the desired status may be added. */
    private static void refuseCompany(ListTasksRequest request) {
        boolean company = request.containerInstance() != null
                || request.serviceName() != null
                || request.family() != null
                || request.launchTypeAsString() != null;
        if (request.startedBy() != null && company) {
            throw EcsErrors.invalid("startedBy must be the only filter.");
        }
    }

    /** By default only tasks that are to run; nothing is ever to be PENDING (Amazon ECS API reference, ListTasks). */
    private static Predicate<SimulatedTask> desired(@Nullable String status) {
        String wanted = status == null ? "RUNNING" : status;
        if (!List.of("RUNNING", "PENDING", "STOPPED").contains(wanted)) {
            throw EcsErrors.invalid("No such desired status: " + wanted);
        }
        return task -> TaskView.desiredStatus(task).equals(wanted);
    }

    private static Predicate<SimulatedTask> on(SimulatedCluster cluster, @Nullable String idOrArn) {
        if (idOrArn == null) {
            return task -> true;
        }
        SimulatedInstance instance = cluster.instance(idOrArn)
                .orElseThrow(() -> EcsErrors.invalid("The referenced container instance was not found."));
        return task -> task.instance() == instance;
    }

    private static Predicate<SimulatedTask> of(SimulatedCluster cluster, @Nullable String nameOrArn) {
        if (nameOrArn == null) {
            return task -> true;
        }
        String group = cluster.service(nameOrArn)
                .orElseThrow(EcsErrors::serviceNotFound)
                .group();
        return task -> task.service().isPresent() && task.launch().group().equals(group);
    }

    private static Predicate<SimulatedTask> equalTo(@Nullable String wanted, Function<SimulatedTask, String> has) {
        return task -> wanted == null || has.apply(task).equals(wanted);
    }
}
