package dev.drainpipe.deregister;

import dev.drainpipe.deregister.WayOut.Way;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.GroupMember;
import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.lambda.Locator;
import dev.drainpipe.lambda.Locator.Located;
import dev.drainpipe.lambda.RequiredTag;
import dev.drainpipe.port.GroupMembers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what follows for each job: asks {@link WayOut}, asks AWS what that wants to know, for all jobs in one go, and
 * asks it again.
 */
final class Triage {
    private final Sources sources;
    private final @Nullable RequiredTag required;
    private final Attempts attempts;

    /**
     * Who is asked; all three live as long as the process.
     *
     * @param locator where instances are
     * @param members which groups they are in
     * @param tags which tags these carry
     */
    record Sources(Locator locator, GroupMembers members, KnownTags tags) {}

    Triage(Sources sources, @Nullable RequiredTag required, Attempts attempts) {
        this.sources = sources;
        this.required = required;
        this.attempts = attempts;
    }

    /** The jobs for which something is to be done now. Those that are left alone are noted, those that wait come again. */
    List<Departure> decide(List<Job> asked, Jobs jobs) {
        List<Departure> decided = new ArrayList<>();
        List<Departure> open =
                asked.stream().map(job -> Departure.of(job, required != null)).toList();
        // Each look answers one question for good, so this ends.
        while (!open.isEmpty()) {
            List<Departure> looked = new ArrayList<>();
            byWay(open).forEach((way, departures) -> {
                switch (way) {
                    case LOOK_AT_ECS -> looked.addAll(locate(departures));
                    case LOOK_AT_ITS_GROUP -> looked.addAll(findGroups(departures));
                    case LOOK_AT_ITS_TAGS -> looked.addAll(readTags(departures));
                    case LEAVE_ALONE -> departures.forEach(this::leaveAlone);
                    case ASK_AGAIN -> departures.forEach(departure -> askAgain(departure, jobs));
                    case DRAIN_AND_HAND_OVER, DRAIN_ONLY, HAND_TO_ITS_GROUP, HAND_OVER_ONLY ->
                        decided.addAll(departures);
                }
            });
            open = looked;
        }
        return decided;
    }

    private static Map<Way, List<Departure>> byWay(List<Departure> departures) {
        return departures.stream()
                .collect(Collectors.groupingBy(
                        departure -> departure.wayOut().way(), () -> new EnumMap<>(Way.class), Collectors.toList()));
    }

    private List<Departure> locate(List<Departure> departures) {
        Map<DrainRequest, Located> located = sources.locator()
                .locate(departures.stream().map(Departure::request).toList(), attempts);
        List<Departure> looked = new ArrayList<>();
        for (Departure departure : departures) {
            // Who was forgotten is unknown.
            Located found = located.getOrDefault(
                    departure.request(), new Located(departure.request().cluster(), departure.ecs()));
            Departure moved = departure.located(found.cluster(), found.instance());
            warnIfElsewhere(departure, moved);
            looked.add(moved);
        }
        return looked;
    }

    private void warnIfElsewhere(Departure named, Departure found) {
        String expected = named.request().cluster();
        boolean elsewhere =
                !PlainName.of(expected).equals(PlainName.of(found.request().cluster()));
        if (elsewhere && !expected.isEmpty() && named.job().clusterNamed()) {
            attempts.journal()
                    .warn(
                            named.request().action() + " is not in the cluster " + expected
                                    + ", which its hook names, but in "
                                    + found.request().cluster() + ", and is drained there",
                            found.fields());
        }
    }

    private List<Departure> findGroups(List<Departure> departures) {
        Set<String> ids = departures.stream()
                .map(departure -> departure.request().instanceId())
                .collect(Collectors.toSet());
        Optional<Map<String, GroupMember>> members =
                attempts.ask(() -> sources.members().of(ids));
        return departures.stream()
                .map(departure -> members.map(all -> all.get(departure.request().instanceId()))
                        .map(departure::in)
                        .orElseGet(departure::inWhoKnowsWhichGroup))
                .toList();
    }

    private List<Departure> readTags(List<Departure> departures) {
        if (required == null) {
            throw new IllegalStateException("tags are looked at only if one is required");
        }
        Set<String> groups = departures.stream()
                .map(departure -> departure.request().action().group())
                .collect(Collectors.toSet());
        Map<String, Asked.Tag> tags = sources.tags().of(groups, required, attempts);
        return departures.stream()
                .map(departure -> departure.tagged(
                        tags.getOrDefault(departure.request().action().group(), Asked.Tag.UNKNOWN)))
                .toList();
    }

    private void leaveAlone(Departure departure) {
        String tag = departure.lacksTag() ? " (" + required + ")" : "";
        attempts.journal()
                .info(
                        "Left alone: " + departure.name() + ": "
                                + departure.wayOut().why() + tag,
                        departure.fields());
    }

    private void askAgain(Departure departure, Jobs jobs) {
        jobs.fail(departure.job());
        attempts.journal()
                .warn(
                        "Not handed over, will be tried again: " + departure.name() + ": "
                                + departure.wayOut().why(),
                        departure.fields());
    }
}
