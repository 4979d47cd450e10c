package dev.drainpipe.simulator.ecs.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers on which container instance a task is placed. */
public final class Placement {
    private static final Comparator<Place> SPREAD =
            Comparator.comparing(Place::groupTasks).thenComparing(Place::tasks);

    private Placement() {}

    /**
     * The place with the fewest tasks of the same group, then with the fewest tasks, then the first of the list; empty
     * if it fits nowhere.
     */
    public static Optional<Place> choose(List<Place> places, Need need) {
        return places.stream().filter(p -> p.refusal(need).isEmpty()).min(SPREAD);
    }
}
