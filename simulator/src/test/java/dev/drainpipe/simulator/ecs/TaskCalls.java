package dev.drainpipe.simulator.ecs;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.DescribeTasksRequest;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;
import software.amazon.awssdk.services.ecs.model.StopTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** Calls about tasks of the cluster {@code c}. */
record TaskCalls(EcsWorld w) {
    Task stop(String task) {
        StopTaskRequest request =
                StopTaskRequest.builder().cluster(EcsWorld.CLUSTER).task(task).build();
        return w.call(request, StopTaskResponse.class).task();
    }

    List<String> list(Consumer<ListTasksRequest.Builder> filters) {
        return page(filters).taskArns();
    }

    ListTasksResponse page(Consumer<ListTasksRequest.Builder> filters) {
        ListTasksRequest.Builder request = ListTasksRequest.builder().cluster(EcsWorld.CLUSTER);
        filters.accept(request);
        return w.call(request.build(), ListTasksResponse.class);
    }

    DescribeTasksResponse describe(String... tasks) {
        DescribeTasksRequest request = DescribeTasksRequest.builder()
                .cluster(EcsWorld.CLUSTER)
                .tasks(tasks)
                .build();
        return w.call(request, DescribeTasksResponse.class);
    }
}
