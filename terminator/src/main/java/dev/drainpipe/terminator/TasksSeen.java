package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Task;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was seen of an instance's tasks.
 *
 * @param known whether anything was seen at all
 * @param left how many tasks hold the instance
 * @param inWords what was seen, in words
 */
public record TasksSeen(boolean known, int left, String inWords) {
    /** More names make a line longer, not clearer. */
    private static final int MOST_NAMES = 5;

    /** Not seen: AWS did not answer, or only in part. */
    public static TasksSeen unknown() {
        return new TasksSeen(false, 0, "not seen");
    }

    /**
     * Seen by ECS's counters alone, which prove that tasks are left but never that none is.
     *
     * @param tasks how many; at least 1
     */
    public static TasksSeen counted(int tasks) {
        if (tasks < 1) {
            throw new IllegalArgumentException("counters at " + tasks + " prove nothing");
        }
        return new TasksSeen(true, tasks, tasks + " by ECS's counters");
    }

    /**
     * Seen one by one.
     *
     * @param notStopped all tasks of the instance that are not STOPPED
     * @param daemonGroups the task groups of daemon services, whose tasks do not hold an instance once all others have
     *     stopped: ECS stops them last (Amazon ECS Developer Guide, "Draining Amazon ECS container instances")
     */
    public static TasksSeen listed(List<Task> notStopped, Set<String> daemonGroups) {
        List<Task> holding = notStopped.stream()
                .filter(task -> !daemonGroups.contains(task.group()))
                .toList();
        String names = holding.stream().limit(MOST_NAMES).map(Task::toString).collect(Collectors.joining(", "));
        String more = holding.size() > MOST_NAMES ? " and " + (holding.size() - MOST_NAMES) + " more" : "";
        return new TasksSeen(true, holding.size(), names + more);
    }
}
