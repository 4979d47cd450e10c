package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** RunTask, StopTask, ListTasks, DescribeTasks. */
final class TaskOperations {
    /** The most tasks that one RunTask starts (Amazon ECS API reference, RunTask). */
    private static final int MOST_AT_ONCE = 10;

    private static final Set<String> RUN = Set.of(
            "cluster", "count", "group", "launchType", "startedBy", "taskDefinition", "clientToken", "referenceId");

    private final Setting setting;
    private final Clusters clusters;
    private final TaskDefinitions definitions;
    private final StandaloneTasks standalone;

    TaskOperations(Setting setting, Clusters clusters, TaskDefinitions definitions, StandaloneTasks standalone) {
        this.setting = setting;
        this.clusters = clusters;
        this.definitions = definitions;
        this.standalone = standalone;
    }

    void addTo(Operations operations) {
        operations
                .on(RunTaskRequest.class, this::run)
                .on(StopTaskRequest.class, this::stop)
                .on(ListTasksRequest.class, new TaskListing(clusters)::answer)
                .on(DescribeTasksRequest.class, this::describe);
    }

    private RunTaskResponse run(RunTaskRequest request) {
        Checks.simulated(request, RUN);
        ServiceCreation.refuseOtherLaunchType(request.launchTypeAsString());
        SimulatedCluster cluster = clusters.require(request.cluster());
        int count = Checks.between("count", Optional.ofNullable(request.count()).orElse(1), 1, MOST_AT_ONCE);
        Definition definition = definitions
                .find(Checks.given("taskDefinition", request.taskDefinition()))
                .orElseThrow(() -> EcsErrors.client("TaskDefinition not found."));
        if (cluster.registered().isEmpty()) {
            throw EcsErrors.invalid("No Container Instances were found in your cluster.");
        }
        Launch usual = Launch.standalone(definition);
        Launch launch = new Launch(
                definition,
                Optional.ofNullable(request.group()).orElse(usual.group()),
                Optional.ofNullable(request.startedBy()),
                Optional.empty());
        List<SimulatedTask> started = standalone.start(cluster, launch, count);
        return RunTaskResponse.builder()
                .tasks(started.stream().map(this::view).toList())
                .failures(started.size() < count ? standalone.obstacles(cluster, launch) : List.of())
                .build();
    }

    private StopTaskResponse stop(StopTaskRequest request) {
        SimulatedTask task = clusters.require(request.cluster())
                .task(Checks.given("task", request.task()))
                .orElseThrow(() -> EcsErrors.invalid("The referenced task was not found."));
        standalone.stop(task, Optional.ofNullable(request.reason()).orElse("Task stopped by user"));
        return StopTaskResponse.builder().task(view(task)).build();
    }

    private DescribeTasksResponse describe(DescribeTasksRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        Checks.size("Tasks", request.tasks(), ArnPage.MOST);
        Lookup<Task> lookup = Lookup.of(
                request.tasks(), given -> cluster.task(given).map(this::view), id -> cluster.arnOf("task", id));
        return DescribeTasksResponse.builder()
                .tasks(lookup.found())
                .failures(lookup.failures())
                .build();
    }

    private Task view(SimulatedTask task) {
        return TaskView.of(task, setting);
    }
}
