package dev.drainpipe.simulator.ecs.schedule;

import dev.drainpipe.simulator.ecs.schedule.ServiceTask.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Answers how many tasks a replica service starts now, and which it stops.
 *
 * <p>By the Amazon ECS API reference (UpdateContainerInstancesState, DeploymentConfiguration): tasks that are not yet
 * running on a draining instance are stopped at once; running ones are stopped only as long as enough healthy ones
 * remain, and are replaced only as long as there are not too many in all. AWS does not say which tasks go when the
 * desired count is lowered; here those on draining instances go first.
 */
public final class ReplicaRule {
    /** Tasks that are missed least come first; the order of the list, oldest first, decides the rest. */
    private static final Comparator<ServiceTask> LEAST_MISSED =
            Comparator.comparing(ServiceTask::running).thenComparing(ServiceTask::healthy);

    private ReplicaRule() {}

    /** The plan; the tasks are given oldest first. */
    public static ReplicaPlan plan(ReplicaGoal goal, List<ServiceTask> tasks) {
        List<ServiceTask> staying = standing(tasks, Standing.STAYING);
        List<ServiceTask> leaving = standing(tasks, Standing.LEAVING);
        List<ServiceTask> excess = Excess.choose(staying, staying.size() - goal.desired());
        int kept = staying.size() - excess.size();
        int healthy = healthy(staying) - healthy(excess) + healthy(leaving);

        List<ServiceTask> stops = new ArrayList<>(excess);
        stops.addAll(released(leaving, healthy - goal.fewestHealthy()));
        int total = staying.size() + leaving.size() - stops.size() + ending(goal, tasks, stops);
        int starts = Math.max(0, Math.min(goal.desired() - kept, goal.most() - total));
        return new ReplicaPlan(starts, stops.stream().map(ServiceTask::id).toList());
    }

    private static List<ServiceTask> standing(List<ServiceTask> tasks, Standing standing) {
        return tasks.stream().filter(t -> t.standing() == standing).toList();
    }

    private static int healthy(List<ServiceTask> tasks) {
        return (int) tasks.stream().filter(ServiceTask::healthy).count();
    }

    /** The leaving tasks that may go now, when so many healthy ones can be spared. */
    private static List<ServiceTask> released(List<ServiceTask> leaving, int spare) {
        List<ServiceTask> released = new ArrayList<>();
        int left = spare;
        for (ServiceTask task : leaving.stream().sorted(LEAST_MISSED).toList()) {
            int cost = task.healthy() ? 1 : 0;
            if (!task.held() && (!task.running() || left >= cost)) {
                released.add(task);
                left -= cost;
            }
        }
        return released;
    }

    private static int ending(ReplicaGoal goal, List<ServiceTask> tasks, List<ServiceTask> stops) {
        return goal.endingCount() ? standing(tasks, Standing.ENDING).size() + stops.size() : 0;
    }
}
