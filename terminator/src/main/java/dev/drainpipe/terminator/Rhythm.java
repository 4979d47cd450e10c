package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.PlainName;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Says when each drain is worth a look, by {@link NextLook} and what this process remembers of it. */
final class Rhythm {
    /** People are warned of a deadline that is near as often as a message comes. */
    private static final Duration WARNED_EVERY = Duration.ofMinutes(1);

    private final Agenda agenda;
    private final Policy policy;
    private final Remembered remembered;

    /**
     * What this process remembers that says when to look.
     *
     * @param watched when each was last looked at
     * @param tasks what is known of tasks
     * @param heartbeats when each was last kept open
     * @param ended which waits are over
     */
    record Remembered(Watched watched, KnownTasks tasks, Heartbeats heartbeats, Ended ended) {}

    Rhythm(Agenda agenda, Policy policy, Remembered remembered) {
        this.agenda = agenda;
        this.policy = policy;
        this.remembered = remembered;
    }

    /** How long after a look the next one is, if nothing else says when. */
    Duration recheck() {
        return policy.untilRecheck();
    }

    /** Those that are worth a look by then. */
    List<DrainRequest> due(Collection<DrainRequest> requests, Instant now) {
        return requests.stream()
                .filter(request -> !next(request, now).isAfter(now))
                .toList();
    }

    /** When the first of them is worth a look; never, if there is none. */
    Instant next(Collection<DrainRequest> requests, Instant now) {
        return requests.stream()
                .map(request -> next(request, now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Instant next(DrainRequest request, Instant now) {
        boolean over = request.reason().awaited() && remembered.ended().has(request, now);
        return over ? Instant.MIN : NextLook.at(outlook(request, now), policy.untilRecheck());
    }

    private Outlook outlook(DrainRequest request, Instant now) {
        KnownTasks tasks = remembered.tasks();
        Instant lastLook = remembered.watched().lastLook(request);
        String instance = request.containerInstance() == null ? "" : request.containerInstance();
        Instant lastNews = tasks.lastNews(instance);
        int remaining = tasks.remaining(instance);
        boolean awaitsTasks = remaining > 0 || lastNews.isAfter(lastLook);
        return new Outlook(
                request.firstSeen(),
                lastLook,
                awaitsTasks && newsTells(request, now),
                remaining,
                tasks.daemons(PlainName.of(request.cluster())),
                lastNews,
                remembered.watched().lastStir(),
                nextDue(request, lastLook));
    }

    /** Of a task that need not stop, nobody says when it need not be waited for any more. */
    private boolean newsTells(DrainRequest request, Instant now) {
        Kind kind = Kind.of(request);
        boolean staysAnyway = request.reason().awaited()
                && !policy.outlastsBatches(remembered.heartbeats().timeout(agenda.hook(request)));
        return policy.toldOfTasks()
                && !staysAnyway
                && (kind == Kind.LET_GO || kind == Kind.WATCH)
                && policy.standaloneTasks().hold()
                && remembered.watched().waitsForTasksOnly(request)
                && !agenda.term(request).late(now);
    }

    private Instant nextDue(DrainRequest request, Instant lastLook) {
        if (!policy.toldOfTasks()) {
            return Instant.MAX;
        }
        Term term = agenda.term(request);
        StandaloneTasks standalone = policy.standaloneTasks();
        Stream<Instant> once = Stream.of(
                        term.warning(),
                        term.deadline(),
                        standalone.choice() == StandaloneTasks.Choice.STOP
                                ? request.firstSeen().plus(standalone.after())
                                : Instant.MAX)
                .map(moment -> moment.isAfter(lastLook) ? moment : Instant.MAX);
        Instant again = lastLook.isBefore(term.warning()) ? Instant.MAX : lastLook.plus(WARNED_EVERY);
        Stream<Instant> heartbeat = request.reason().awaited()
                ? Stream.of(remembered.heartbeats().due(request, agenda.hook(request), policy))
                : Stream.empty();
        return Stream.concat(Stream.concat(once, Stream.of(again)), heartbeat)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }
}
