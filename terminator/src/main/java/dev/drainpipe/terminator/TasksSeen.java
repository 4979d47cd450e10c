package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Task;
import dev.drainpipe.fleet.Task.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was seen of an instance's tasks.
 *
 * @param known whether anything was seen at all
 * @param left how many tasks hold the instance
 * @param inWords what was seen, in words
 * @param oneByOne whether each task was looked at
 * @param tasks the tasks that are not STOPPED, if each was looked at
 */
public record TasksSeen(boolean known, int left, String inWords, boolean oneByOne, List<Task> tasks) {
    /** More names make a line longer, not clearer. */
    private static final int MOST_NAMES = 5;

    public TasksSeen {
        tasks = List.copyOf(tasks);
    }

    /** Not seen: AWS did not answer, or only in part. */
    public static TasksSeen unknown() {
        return new TasksSeen(false, 0, "not seen", false, List.of());
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
        return new TasksSeen(true, tasks, tasks + " by ECS's counters", false, List.of());
    }

    /**
     * Seen one by one. Tasks of daemon services do not hold an instance once all others have stopped: ECS stops them last
     * (Amazon ECS Developer Guide, "Draining Amazon ECS container instances").
     *
     * @param notStopped all tasks of the instance that are not STOPPED
     * @param policy whether those hold it that ECS does not move by itself
     */
    public static TasksSeen listed(List<Task> notStopped, StandaloneTasks policy) {
        List<Task> holding = notStopped.stream()
                .filter(task -> task.kind() != Kind.DAEMON)
                .filter(task -> policy.hold() || !task.held())
                .toList();
        String names = holding.stream().limit(MOST_NAMES).map(Task::toString).collect(Collectors.joining(", "));
        String more = holding.size() > MOST_NAMES ? " and " + (holding.size() - MOST_NAMES) + " more" : "";
        return new TasksSeen(true, holding.size(), names + more, true, notStopped);
    }

    /** The tasks that ECS does not move by itself, as far as each was looked at. */
    public List<Task> held() {
        return tasks.stream().filter(Task::held).toList();
    }
}
