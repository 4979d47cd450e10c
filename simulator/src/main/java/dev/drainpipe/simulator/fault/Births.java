package dev.drainpipe.simulator.fault;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;
import software.amazon.awssdk.services.ecs.model.Task;

/** When each task first existed, so that it can be left out of an answer from before, whoever asked what until then. */
final class Births {
    /** What DescribeTasks says of a task that it does not know. */
    private static final String UNKNOWN = "MISSING";

    private final Map<String, Instant> born = new HashMap<>();

    /** Notes that the task exists; the first time counts. */
    void seen(String taskArn, Instant now) {
        born.putIfAbsent(taskArn, now);
    }

    /** The answer without the tasks that did not exist then. */
    SdkPojo without(SdkPojo answer, Instant then) {
        if (answer instanceof ListTasksResponse list) {
            List<String> known =
                    list.taskArns().stream().filter(arn -> !after(arn, then)).toList();
            return list.toBuilder().taskArns(known).build();
        }
        return answer instanceof DescribeTasksResponse tasks ? without(tasks, then) : answer;
    }

    private DescribeTasksResponse without(DescribeTasksResponse answer, Instant then) {
        List<Task> unborn = answer.tasks().stream()
                .filter(task -> after(task.taskArn(), then))
                .toList();
        if (unborn.isEmpty()) {
            return answer;
        }
        return answer.toBuilder()
                .tasks(answer.tasks().stream()
                        .filter(task -> !unborn.contains(task))
                        .toList())
                .failures(unborn.stream()
                        .map(task -> Failure.builder()
                                .arn(task.taskArn())
                                .reason(UNKNOWN)
                                .build())
                        .toList())
                .build();
    }

    private boolean after(String taskArn, Instant then) {
        Instant birth = born.get(taskArn);
        return birth != null && birth.isAfter(then);
    }
}
