package dev.drainpipe.deregister;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.port.TargetGroupListing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which instances each target group holds, remembered group by group: so an account with hundreds of groups is looked
 * through once for many instances, and a look that was cut short goes on where it ended.
 */
final class KnownTargets {
    /** How old a look may be that was made before an instance was asked to leave. */
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /** How long after it started an instance may still be put into target groups, by whoever puts it there. */
    private static final Duration SETTLING = Duration.ofMinutes(5);

    /** After this long nobody relies on a look. */
    private static final Duration REMEMBERED = Duration.ofMinutes(15);

    private final TargetGroupListing listing;
    private final InstantSource clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    /**
     * What a group held once.
     *
     * @param at no later than the answer
     * @param instanceIds all that it held then
     */
    record Look(Instant at, Set<String> instanceIds) {
        /**
         * Whether it tells for certain if the group holds an instance that leaves.
         *
         * <p>Yes, if it was made after the instance was asked to leave, for then nobody puts it into anything any more. And
         * yes, if it was made a little before, and the instance had been in its cluster for a while by then: load balancers
         * get an instance when it starts. Otherwise it may have come into the group since.
         */
        boolean tellsOf(ContainerInstance instance, Instant firstSeen) {
            Instant registeredAt = instance.registeredAt();
            return !at.isBefore(firstSeen)
                    || (registeredAt != null
                            && !at.isBefore(registeredAt.plus(SETTLING))
                            && !at.isBefore(firstSeen.minus(BEFORE)));
        }
    }

    /** Lives as long as its process, so that it remembers. */
    KnownTargets(TargetGroupListing listing, InstantSource clock) {
        this.listing = listing;
        this.clock = clock;
    }

    /**
     * The groups that there are now; what is remembered of others, or for too long, is forgotten.
     *
     * @throws dev.drainpipe.port.TryLater if nobody answers
     */
    Set<String> groups() {
        // A list may be short once, and whoever is missed keeps its requests: what either of two says is there.
        Set<String> arns = new TreeSet<>(listing.arns());
        arns.addAll(listing.arns());
        Instant oldest = clock.instant().minus(REMEMBERED);
        looks.keySet().retainAll(arns);
        looks.values().removeIf(look -> look.at().isBefore(oldest));
        return arns;
    }

    /** The last look at a group, if there is one. */
    Optional<Look> remembered(String arn) {
        return Optional.ofNullable(looks.get(arn));
    }

    /**
     * A new look at a group.
     *
     * @throws dev.drainpipe.port.TryLater if nobody answers
     */
    Look look(String arn) {
        Instant now = clock.instant();
        Look look = new Look(now, listing.instanceIds(arn));
        looks.put(arn, look);
        return look;
    }
}
