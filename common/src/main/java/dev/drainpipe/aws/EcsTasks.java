package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.Tasks;
import dev.drainpipe.port.TryLater;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** Finds the tasks that are left with ListTasks and DescribeTasks. */
public final class EcsTasks implements Tasks {
    /** Amazon ECS API reference, DescribeTasks. */
    private static final int TASKS_PER_DESCRIBE = 100;

    /** The most that one page of ListServices has; by itself it has 10 (the same, ListServices). */
    private static final int SERVICES_PER_PAGE = 100;

    private static final Set<String> ENDED = Set.of("STOPPED", "DELETED");

    private final EcsClient ecs;
    private final EcsTaskLists lists;

    public EcsTasks(EcsClient ecs) {
        this.ecs = ecs;
        this.lists = new EcsTaskLists(ecs);
    }

    @Override
    public List<Task> notStopped(String cluster, String containerInstance, Set<String> known) {
        Set<String> ids = new LinkedHashSet<>(known);
        ids.addAll(lists.of(cluster, containerInstance, DesiredStatus.RUNNING));
        ids.addAll(lists.of(cluster, containerInstance, DesiredStatus.STOPPED));
        return notStopped(cluster, ids);
    }

    @Override
    public Map<String, List<Task>> notStopped(String cluster, Map<String, Set<String>> known) {
        Set<String> listed = lists.of(cluster, known.keySet());
        Map<String, List<Task>> left = new LinkedHashMap<>();
        known.forEach((instance, ids) -> {
            if (listed.containsAll(ids)) {
                left.put(instance, new ArrayList<>());
            }
        });
        describe(
                cluster,
                listed,
                task -> left.getOrDefault(task.containerInstanceArn(), new ArrayList<>())
                        .add(value(task)));
        return left;
    }

    @Override
    public List<Task> notStopped(String cluster, Set<String> ids) {
        List<Task> left = new ArrayList<>();
        describe(cluster, ids, task -> left.add(value(task)));
        return left;
    }

    @Override
    public Set<String> daemonGroups(String cluster) {
        return AwsErrors.calling(
                "listing daemon services of " + cluster,
                () -> ecs
                        .listServicesPaginator(request -> request.cluster(cluster)
                                .schedulingStrategy(SchedulingStrategy.DAEMON)
                                .maxResults(SERVICES_PER_PAGE))
                        .serviceArns()
                        .stream()
                        .map(arn -> "service:" + PlainName.of(arn))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Describes tasks, and gives those that have not stopped. */
    private void describe(
            String cluster,
            Collection<String> ids,
            Consumer<software.amazon.awssdk.services.ecs.model.Task> notStopped) {
        for (List<String> chunk : Chunks.of(ids, TASKS_PER_DESCRIBE)) {
            describe(cluster, chunk).tasks().stream()
                    .filter(task -> !ENDED.contains(task.lastStatus()))
                    .forEach(notStopped);
        }
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
