package dev.drainpipe.terminator;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Answers which requests ask for the same, and what they ask for together. */
final class Requests {
    private Requests() {}

    /** What tells requests apart, whatever else is learnt of them. */
    record Key(Kind kind, LifecycleAction action) {}

    /** What tells a request apart from all others. */
    static Key key(DrainRequest request) {
        return new Key(Kind.of(request), request.action());
    }

    /**
     * Whether two requests are one. A wait without a token is any wait of its instance on its hook; two tokens are two
     * waits. An instance is watched, or handed to its group, once.
     */
    static boolean same(DrainRequest one, DrainRequest other) {
        if (Kind.of(one) != Kind.of(other) || !one.instanceId().equals(other.instanceId())) {
            return false;
        }
        return switch (Kind.of(one)) {
            case LET_GO, LET_IN -> sameWait(one.action(), other.action());
            case WATCH -> true;
            case HAND_TO_GROUP -> one.action().group().equals(other.action().group());
        };
    }

    /** What two requests that are one ask for together: the earlier times, the more load balancers, what is known. */
    static DrainRequest merged(DrainRequest one, DrainRequest other) {
        DrainRequest located = one.containerInstance() == null && other.containerInstance() != null ? other : one;
        String cluster = Stream.of(located.cluster(), one.cluster(), other.cluster())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
        return new DrainRequest(
                action(one.action(), other.action()),
                cluster,
                located.containerInstance(),
                new LoadBalancers(
                        both(
                                one.loadBalancers().classic(),
                                other.loadBalancers().classic()),
                        both(
                                one.loadBalancers().targetGroups(),
                                other.loadBalancers().targetGroups())),
                one.occasion().with(other.occasion()));
    }

    /** The same request, bounded by a deadline. */
    static DrainRequest until(DrainRequest request, Instant deadline) {
        return new DrainRequest(
                request.action(),
                request.cluster(),
                request.containerInstance(),
                request.loadBalancers(),
                request.occasion().until(deadline));
    }

    private static boolean sameWait(LifecycleAction one, LifecycleAction other) {
        boolean sameToken =
                one.token() == null || other.token() == null || one.token().equals(other.token());
        return one.group().equals(other.group()) && one.hook().equals(other.hook()) && sameToken;
    }

    private static LifecycleAction action(LifecycleAction one, LifecycleAction other) {
        return new LifecycleAction(
                one.instanceId(),
                one.group().isEmpty() ? other.group() : one.group(),
                one.hook(),
                one.token() == null ? other.token() : one.token());
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }
}
