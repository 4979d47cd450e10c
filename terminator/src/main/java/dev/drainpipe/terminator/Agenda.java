package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.HookTimeouts;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a tick must know of a request before it looks: how long it has, whether its hook exists, how closely to look. */
final class Agenda {
    /** To name tasks costs calls per instance, and a look must stay fresh; the others have their turn at the next look. */
    private static final int NAMED_PER_LOOK = 10;

    private final HookTimeouts hookTimeouts;
    private final Policy policy;
    private final Naming naming;
    private final Attempts attempts;
    private final Map<List<String>, Optional<Timeouts>> hooks = new HashMap<>();
    private final Set<List<String>> silentHooks = new HashSet<>();
    private final Set<Requests.Key> warned = new HashSet<>();

    Agenda(HookTimeouts hookTimeouts, Policy policy, Naming naming, Attempts attempts) {
        this.hookTimeouts = hookTimeouts;
        this.policy = policy;
        this.naming = naming;
        this.attempts = attempts;
    }

    /** The time that a request has. */
    Term term(DrainRequest request) {
        return policy.term(request.occasion(), hook(request));
    }

    /** The time-outs of its hook; none if it has no hook, or they are not known. */
    Optional<Timeouts> hook(DrainRequest request) {
        ask(request);
        return hooks.getOrDefault(name(request), Optional.empty());
    }

    /** Whether Auto Scaling says that its hook does not exist. */
    boolean hookGone(DrainRequest request) {
        ask(request);
        return request.reason().awaited()
                && hooks.containsKey(name(request))
                && hook(request).isEmpty();
    }

    /** Those whose tasks are to be looked at one by one, whatever ECS's counters say. */
    Set<DrainRequest> closely(Collection<DrainRequest> requests, Instant now) {
        Set<DrainRequest> closely = new LinkedHashSet<>();
        requests.stream()
                .filter(request -> naming.due(request, now))
                .limit(NAMED_PER_LOOK)
                .forEach(closely::add);
        for (DrainRequest request : requests) {
            Term term = term(request);
            StandaloneTasks tasks = policy.standaloneTasks();
            if (!tasks.hold() || tasks.stops(term.age(now)) || warns(request, now)) {
                closely.add(request);
            }
        }
        return closely;
    }

    /** Whether its deadline is near and people were not told in this tick. */
    boolean warns(DrainRequest request, Instant now) {
        return term(request).near(now) && !warned.contains(Requests.key(request));
    }

    /** People were told. */
    void warned(DrainRequest request) {
        warned.add(Requests.key(request));
    }

    /** Asked once per tick. */
    private void ask(DrainRequest request) {
        List<String> name = name(request);
        if (!request.reason().awaited() || hooks.containsKey(name) || silentHooks.contains(name)) {
            return;
        }
        attempts.ask(() -> hookTimeouts.of(name.get(0), name.get(1)))
                .ifPresentOrElse(answer -> hooks.put(name, answer), () -> silentHooks.add(name));
    }

    private static List<String> name(DrainRequest request) {
        return List.of(request.action().group(), request.action().hook());
    }
}
