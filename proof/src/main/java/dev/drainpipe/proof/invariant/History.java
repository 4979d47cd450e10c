package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Options;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done to a run from outside: by its works and its troubles. */
public final class History {
    /** An invocation that began before a redeployment works by the older options until it ends. */
    private static final Duration OLD_CODE = Duration.ofMinutes(2);

    private final List<Deployed> deployed = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> tokens = new LinkedHashSet<>();
    private final Set<String> rubbish = new HashSet<>();
    private final Set<String> unclear = new HashSet<>();
    private Duration worstSkew = Duration.ZERO;
    private @Nullable Instant firstTrouble;
    private @Nullable Instant calm;
    private Instant lastTrouble = Instant.EPOCH;

    private record Deployed(Instant at, Options options) {}

    /** The functions run with these options from now on. */
    public void deployed(Instant at, Options options) {
        deployed.add(new Deployed(at, options));
    }

    /** The options by which a function may work at this moment. */
    public List<Options> inForce(Instant at) {
        List<Options> options = new ArrayList<>();
        for (int i = 0; i < deployed.size(); i++) {
            boolean replaced = i + 1 < deployed.size()
                    && deployed.get(i + 1).at().plus(OLD_CODE).isBefore(at);
            if (!replaced) {
                options.add(deployed.get(i).options());
            }
        }
        return options;
    }

    /** The options that were deployed last. */
    public Options latest() {
        return deployed.get(deployed.size() - 1).options();
    }

    /** Whether the options were changed in the middle. */
    public boolean redeployed() {
        return deployed.size() > 1;
    }

    /** Something else than its group ended this instance, or soon will. */
    public void taken(String instanceId) {
        taken.add(instanceId);
    }

    /** Whether something else than its group ended this instance, or soon will. */
    public boolean isTaken(String instanceId) {
        return taken.contains(instanceId);
    }

    /** Somebody deleted this: a load balancer, a group, a hook's group, a cluster, a container instance. */
    public void gone(String name) {
        gone.add(name);
    }

    /** Whether somebody deleted this. */
    public boolean isGone(String name) {
        return gone.contains(name);
    }

    /** Whether words name anything that somebody deleted. */
    public boolean namesGone(String words) {
        return gone.stream().anyMatch(words::contains);
    }

    /** It was said that this instance ends then, whatever anybody does. */
    public void announced(String instanceId, Instant end) {
        ends.put(instanceId, end);
    }

    /** Whether it was said that this instance ends before this moment. */
    public boolean announcedBefore(String instanceId, Instant moment) {
        Instant end = ends.get(instanceId);
        return end != null && !end.isAfter(moment.plus(worstSkew));
    }

    /** Messages about this instance were lost on purpose. */
    public void messageLost(String instanceId) {
        unclear.add(instanceId);
    }

    /** Whether messages about this instance were lost on purpose. */
    public boolean messageWasLost(String instanceId) {
        return unclear.contains(instanceId);
    }

    /** The functions' clocks are wrong by this much for a while. */
    public void skewed(Duration wrong) {
        worstSkew = Stream.of(worstSkew, wrong.abs()).max(Duration::compareTo).orElseThrow();
    }

    /** The most by which the functions' clocks were wrong. */
    public Duration worstSkew() {
        return worstSkew;
    }

    /** A trouble begins. */
    public void trouble(Instant at) {
        if (firstTrouble == null) {
            firstTrouble = at;
        }
    }

    /** A trouble goes on until then. */
    public void troubleUntil(Instant end) {
        lastTrouble = lastTrouble.isBefore(end) ? end : lastTrouble;
    }

    /** Whether nothing went wrong for so long. */
    public boolean quietFor(Duration time, Instant now) {
        return lastTrouble.plus(time).isBefore(now);
    }

    /** Whether nothing has gone wrong yet. */
    public boolean undisturbed() {
        return firstTrouble == null;
    }

    /** Somebody put on a queue what nobody can read. */
    public void rubbish(String body) {
        rubbish.add(body);
    }

    /** Queues were emptied, with what nobody can read. */
    public void rubbishLost(Collection<String> bodies) {
        rubbish.removeAll(bodies);
    }

    /** What nobody can read. */
    public Set<String> rubbish() {
        return Set.copyOf(rubbish);
    }

    /** From now on nothing goes wrong. */
    public void calm(Instant at) {
        calm = at;
    }

    /** Whether nothing has gone wrong for so long. */
    public boolean calmFor(Duration time, Instant now) {
        return calm != null && !now.isBefore(calm.plus(time));
    }

    /** A token that must be seen nowhere but in calls and messages. */
    public void token(String token) {
        tokens.add(token);
    }

    /** The token in these words, if there is one. */
    public Optional<String> tokenIn(String words) {
        return tokens.stream().filter(words::contains).findFirst();
    }
}
