package dev.drainpipe.deregister;

import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.RequiredTag;
import dev.drainpipe.port.GroupTags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether groups carry the tag that is required.
 *
 * <p>A group that carries it is remembered for five minutes. One that does not is asked each time, since a message that is
 * not ours is gone for good, and the tag may have been put on a moment ago.
 */
final class KnownTags {
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final GroupTags groupTags;
    private final InstantSource clock;
    private final Map<Carrier, Instant> carriedAt = new ConcurrentHashMap<>();

    private record Carrier(String group, RequiredTag tag) {}

    /** Lives as long as its process, so that it remembers. */
    KnownTags(GroupTags groupTags, InstantSource clock) {
        this.groupTags = groupTags;
        this.clock = clock;
    }

    /** One answer for each group. */
    Map<String, Asked.Tag> of(Collection<String> groups, RequiredTag required, Attempts attempts) {
        Instant now = clock.instant();
        Map<String, Asked.Tag> answers = new LinkedHashMap<>();
        Set<String> unsure = new LinkedHashSet<>();
        for (String group : groups) {
            Instant carried = carriedAt.get(new Carrier(group, required));
            if (carried != null && now.isBefore(carried.plus(REMEMBERED))) {
                answers.put(group, Asked.Tag.CARRIED);
            } else {
                unsure.add(group);
            }
        }
        if (!unsure.isEmpty()) {
            Optional<Map<String, Map<String, String>>> tags = attempts.ask(() -> groupTags.of(unsure));
            unsure.forEach(group -> answers.put(
                    group,
                    tags.map(all -> required.among(all.getOrDefault(group, Map.of())))
                            .map(carries -> carries ? Asked.Tag.CARRIED : Asked.Tag.MISSING)
                            .orElse(Asked.Tag.UNKNOWN)));
            unsure.stream()
                    .filter(group -> answers.get(group) == Asked.Tag.CARRIED)
                    .forEach(group -> carriedAt.put(new Carrier(group, required), now));
        }
        return answers;
    }
}
