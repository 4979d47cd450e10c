package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.message.TaskNews;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a tick turns to, and when: the drains that its messages ask for, and those of which there is news. */
final class Attention {
    /** A message that waits comes again more often than this, wherever it is. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private static final Duration SHORT = Duration.ofSeconds(20);

    /** No tick lasts longer. */
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Rhythm rhythm;
    private final Watched watched;
    private final Set<String> toldOf;
    private final boolean fed;

    /**
     * The attention of one tick.
     *
     * @param news what ECS says of tasks
     * @param fed whether the queue feeds the function
     */
    Attention(Rhythm rhythm, Watched watched, Collection<TaskNews> news, boolean fed) {
        this.rhythm = rhythm;
        this.watched = watched;
        this.toldOf = news.stream().map(TaskNews::containerInstance).collect(Collectors.toSet());
        this.fed = fed;
    }

    /** How long to stay at most for a look that is due later. */
    Duration longestStay() {
        return takesAlone() || rhythm.recheck().compareTo(SHORT) > 0 ? LONG : SHORT;
    }

    /** Whether nobody else takes messages from the queue. */
    boolean takesAlone() {
        return !fed;
    }

    /** Messages ask for these now; whatever else asks for their instances bounds them, too. */
    void brought(Pending pending, Instant now) {
        List<DrainRequest> requests = pending.all();
        requests.forEach(request -> watched.brought(request, now));
        watched.of(requests.stream().map(DrainRequest::instanceId).collect(Collectors.toSet()))
                .forEach(pending::remember);
    }

    /** Turns to the drains of which there is news, too, wherever their messages are; if they are many, to all. */
    void addTold(Pending pending, Instant now) {
        List<DrainRequest> told = watched.on(toldOf);
        if (!told.isEmpty()) {
            watched.stirs(now);
            (watched.lastStir().equals(now) ? watched.all() : told).forEach(pending::remember);
        }
    }

    /** Those that are worth a look by then. */
    List<DrainRequest> due(List<DrainRequest> requests, Instant then) {
        return rhythm.due(requests, then);
    }

    /** When the first of them is worth a look; never, if there is none. */
    Instant next(List<DrainRequest> requests, Instant now) {
        return rhythm.next(requests, now);
    }

    /** The instances for which a message of this tick asked, or one that came not long ago. */
    Set<String> askedFor(Set<String> now, Instant at) {
        Set<String> all = new LinkedHashSet<>(now);
        all.addAll(watched.askedFor(ON_ITS_WAY, at));
        return all;
    }
}
