package dev.drainpipe.simulator.ecs;

import java.util.List;
import java.util.Map;

/**
 * Says which container instances and tasks have changed (Amazon ECS Developer Guide, "Amazon ECS container instance
 * state change events", "Amazon ECS task state change events").
 *
 * <p>A container instance has changed when it registers, when its agent connects or disconnects, when a task is placed
 * on it, told to stop, or STOPPED, and when it is deregistered. AWS's example of that event shows no counters of tasks;
 * here they are in it, for the page says that its detail is like what DescribeContainerInstances gives.
 */
final class Changes {
    private final Setting setting;
    private StateChanges listener = (detailType, arn, detail) -> {};

    Changes(Setting setting) {
        this.setting = setting;
    }

    void listen(StateChanges other) {
        listener = other;
    }

    /** The instance changed, and its version with it. */
    void of(SimulatedInstance instance) {
        listener.changed("ECS Container Instance State Change", instance.arn(), () -> detail(instance));
    }

    /** The task changed, and its version with it. */
    void of(SimulatedTask task) {
        listener.changed(
                "ECS Task State Change", task.arn(), () -> EventDetail.of(TaskView.of(task, setting), setting.now()));
    }

    private Map<String, Object> detail(SimulatedInstance instance) {
        Map<String, Object> detail = EventDetail.of(ContainerInstanceView.of(instance, List.of()), setting.now());
        detail.put("clusterArn", instance.cluster().arn());
        return detail;
    }
}
