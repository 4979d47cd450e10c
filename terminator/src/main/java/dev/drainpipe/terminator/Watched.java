package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Remembers the drains that messages brought to this process, so that news of their tasks finds them, and when each was
 * last looked at. It says where to look and when; their messages stay on the queue, and AWS says what is true.
 */
final class Watched {
    /** So many drains at once may keep a process busy while another one gets their news. */
    private static final int MANY = 8;

    private final Memory<Requests.Key, Watch> watches = new Memory<>();
    private Instant lastStir = Instant.MIN;

    /** One drain; a look of which nothing is known has not been. */
    private record Watch(DrainRequest request, Instant brought, Instant lastLook, boolean tasksOnly) {}

    /** A message brought it. */
    synchronized void brought(DrainRequest request, Instant now) {
        Watch known = watch(request).orElse(new Watch(request, now, Instant.MIN, true));
        watches.put(Requests.key(request), new Watch(request, now, known.lastLook(), known.tasksOnly()));
    }

    /** It is looked at now. */
    synchronized void looked(DrainRequest request, Instant now) {
        put(request, now, false);
    }

    /** It was looked at, and waits for nothing but tasks. */
    synchronized void waitsForTasks(DrainRequest request) {
        put(request, lastLook(request), true);
    }

    /** Something happens to one of them. */
    synchronized void stirs(Instant now) {
        lastStir = now;
    }

    /** When something last happened to one of many; {@link Instant#MIN} if it did not, or they are few. */
    synchronized Instant lastStir() {
        return watches.size() < MANY ? Instant.MIN : lastStir;
    }

    /** When it was last looked at; {@link Instant#MIN} if never. */
    synchronized Instant lastLook(DrainRequest request) {
        return watch(request).map(Watch::lastLook).orElse(Instant.MIN);
    }

    /** Whether it waits for nothing but tasks, as far as anybody knows. */
    synchronized boolean waitsForTasksOnly(DrainRequest request) {
        return watch(request).map(Watch::tasksOnly).orElse(true);
    }

    synchronized void forget(DrainRequest request) {
        watches.forget(Requests.key(request));
    }

    /** All drains. */
    synchronized List<DrainRequest> all() {
        return watches.all().stream().map(Watch::request).toList();
    }

    /** The drains of these instances. */
    synchronized List<DrainRequest> of(Set<String> instanceIds) {
        return all().stream()
                .filter(request -> instanceIds.contains(request.instanceId()))
                .toList();
    }

    /** The drains of these container instances. */
    synchronized List<DrainRequest> on(Set<String> containerInstances) {
        return all().stream()
                .filter(request -> request.containerInstance() != null)
                .filter(request -> containerInstances.contains(request.containerInstance()))
                .toList();
    }

    /** The instances for which a message came within this time. */
    synchronized Set<String> askedFor(Duration time, Instant now) {
        Set<String> ids = new LinkedHashSet<>();
        for (Watch watch : watches.all()) {
            if (now.isBefore(watch.brought().plus(time))) {
                ids.add(watch.request().instanceId());
            }
        }
        return ids;
    }

    private void put(DrainRequest request, Instant lastLook, boolean tasksOnly) {
        Instant brought = watch(request).map(Watch::brought).orElse(lastLook);
        watches.put(Requests.key(request), new Watch(request, brought, lastLook, tasksOnly));
    }

    private Optional<Watch> watch(DrainRequest request) {
        return watches.get(Requests.key(request));
    }
}
