package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.Tasks;
import dev.drainpipe.port.TryLater;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/**
 * Finds the tasks that are left with ListTasks and DescribeTasks.
 *
 * <p>A task that is being stopped is found only under the <em>desired</em> status STOPPED, together with those that have
 * stopped; ListTasks by itself lists desired status RUNNING only (Amazon ECS API reference, ListTasks).
 */
public final class EcsTasks implements Tasks {
    /** Amazon ECS API reference, DescribeTasks. */
    private static final int TASKS_PER_DESCRIBE = 100;

    private static final Set<String> ENDED = Set.of("STOPPED", "DELETED");

    private final EcsClient ecs;

    public EcsTasks(EcsClient ecs) {
        this.ecs = ecs;
    }

    @Override
    public List<Task> notStopped(String cluster, String containerInstance, Set<String> known) {
        Set<String> ids = new LinkedHashSet<>(known);
        ids.addAll(list(cluster, containerInstance, DesiredStatus.RUNNING));
        ids.addAll(list(cluster, containerInstance, DesiredStatus.STOPPED));
        return notStopped(cluster, ids);
    }

    @Override
    public List<Task> notStopped(String cluster, Set<String> ids) {
        List<Task> left = new ArrayList<>();
        for (List<String> chunk : Chunks.of(ids, TASKS_PER_DESCRIBE)) {
            describe(cluster, chunk).tasks().stream()
                    .filter(task -> !ENDED.contains(task.lastStatus()))
                    .map(EcsTasks::value)
                    .forEach(left::add);
        }
        return left;
    }

    @Override
    public Set<String> daemonGroups(String cluster) {
        return AwsErrors.calling(
                "listing daemon services of " + cluster,
                () -> ecs
                        .listServicesPaginator(
                                request -> request.cluster(cluster).schedulingStrategy(SchedulingStrategy.DAEMON))
                        .serviceArns()
                        .stream()
                        .map(arn -> "service:" + PlainName.of(arn))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private List<String> list(String cluster, String containerInstance, DesiredStatus desired) {
        return AwsErrors.calling(
                "listing tasks of " + containerInstance,
                () -> ecs
                        .listTasksPaginator(request -> request.cluster(cluster)
                                .containerInstance(containerInstance)
                                .desiredStatus(desired))
                        .stream()
                        .flatMap(page -> requireList(page, containerInstance).taskArns().stream())
                        .map(PlainName::of)
                        .toList());
    }

    /** ECS lists no tasks as an empty list; an answer without any list is none. */
    private static ListTasksResponse requireList(ListTasksResponse page, String containerInstance) {
        if (!page.hasTaskArns()) {
            throw new TryLater("listing tasks of " + containerInstance + ": an answer without a list");
        }
        return page;
    }

    private DescribeTasksResponse describe(String cluster, List<String> ids) {
        DescribeTasksResponse answer = AwsErrors.calling(
                "describing tasks of " + cluster,
                () -> ecs.describeTasks(request -> request.cluster(cluster).tasks(ids)));
        if (answer.tasks().size() != ids.size()) {
            throw new TryLater("describing tasks of " + cluster + ": an answer in part");
        }
        return answer;
    }

    private static Task value(software.amazon.awssdk.services.ecs.model.Task seen) {
        String group = seen.group() == null ? "" : seen.group();
        boolean stopping = DesiredStatus.STOPPED.toString().equals(seen.desiredStatus());
        return new Task(PlainName.of(seen.taskArn()), group, String.valueOf(seen.lastStatus()), stopping);
    }
}
