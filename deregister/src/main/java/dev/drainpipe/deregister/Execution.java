package dev.drainpipe.deregister;

import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.port.ClassicDeregistration;
import dev.drainpipe.port.Draining;
import dev.drainpipe.port.Outbox;
import dev.drainpipe.port.Outbox.Outgoing;
import dev.drainpipe.port.TargetDeregistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Carries out the stages of many plans in bulk calls. Each stage answers for which instances it failed, and why; those
 * take no part in the next stage.
 */
final class Execution {
    private final Hands hands;
    private final Outbox terminationQueue;
    private final Attempts attempts;

    /**
     * What a stage acts with.
     *
     * @param classic Classic load balancers
     * @param targetGroups target groups
     * @param draining ECS
     */
    record Hands(ClassicDeregistration classic, TargetDeregistration targetGroups, Draining draining) {}

    /** One instance on its way: what is asked, how it stands, and what is undone. */
    record Work(DrainRequest request, Standing standing, DrainPlan plan) {}

    Execution(Hands hands, Outbox terminationQueue, Attempts attempts) {
        this.hands = hands;
        this.terminationQueue = terminationQueue;
        this.attempts = attempts;
    }

    /** First stage: out of the load balancers, each called once. */
    Map<Work, String> leaveLoadBalancers(List<Work> works) {
        Map<Work, String> failed = new LinkedHashMap<>();
        by(works, work -> work.plan().leaveClassic()).forEach((name, leaving) -> {
            List<String> ids =
                    leaving.stream().map(work -> work.request().instanceId()).toList();
            if (!attempts.act(() -> hands.classic().deregister(name, ids))) {
                leaving.forEach(work -> failed.put(work, "could not leave " + name));
            }
        });
        by(works, work -> groups(work.plan().leaveTargetGroups())).forEach((arn, leaving) -> {
            List<Target> targets = leaving.stream()
                    .flatMap(work -> work.plan().leaveTargetGroups().stream())
                    .filter(target -> target.group().equals(arn))
                    .toList();
            if (!attempts.act(() -> hands.targetGroups().deregister(arn, targets))) {
                leaving.forEach(work -> failed.put(work, "could not leave " + arn));
            }
        });
        return failed;
    }

    /** Second stage: DRAINING, each cluster called once per ten instances. */
    Map<Work, String> setDraining(List<Work> works) {
        Map<Work, String> failed = new LinkedHashMap<>();
        List<Work> active =
                works.stream().filter(work -> work.plan().setDraining()).toList();
        by(active, work -> List.of(work.request().cluster())).forEach((cluster, draining) -> {
            List<String> arns =
                    draining.stream().map(work -> work.standing().ecs().arn()).toList();
            Map<String, String> refused =
                    attempts.ask(() -> hands.draining().drain(cluster, arns)).orElseGet(() -> all(arns));
            draining.stream()
                    .filter(work -> refused.containsKey(work.standing().ecs().arn()))
                    .forEach(work -> failed.put(
                            work,
                            "could not be set to DRAINING: "
                                    + refused.get(work.standing().ecs().arn())));
        });
        return failed;
    }

    /** Last stage: a message to the terminator, ten per call. */
    Map<Work, String> handOver(List<Work> works) {
        if (works.isEmpty()) {
            return Map.of();
        }
        Map<String, Work> byId = new LinkedHashMap<>();
        works.forEach(work -> byId.put(String.valueOf(byId.size()), work));
        List<Outgoing> messages = new ArrayList<>();
        byId.forEach((id, work) -> messages.add(new Outgoing(id, message(work), Map.of())));
        Map<String, String> refused =
                attempts.ask(() -> terminationQueue.send(messages)).orElseGet(() -> all(byId.keySet()));
        Map<Work, String> failed = new LinkedHashMap<>();
        byId.forEach((id, work) -> {
            if (refused.containsKey(id)) {
                failed.put(work, "could not be handed over: " + refused.get(id));
            }
        });
        return failed;
    }

    /** With the container instance's ARN, by which the terminator learns for certain when it is gone. */
    private static String message(Work work) {
        String arn = work.standing().ecs().arn();
        return TerminationMessage.write(
                arn.isEmpty() ? work.request() : work.request().at(arn));
    }

    private static Map<String, String> all(Collection<String> keys) {
        Map<String, String> refused = new LinkedHashMap<>();
        keys.forEach(key -> refused.put(key, "the call failed"));
        return refused;
    }

    private static List<String> groups(List<Target> targets) {
        return targets.stream().map(Target::group).distinct().toList();
    }

    private static Map<String, List<Work>> by(List<Work> works, Function<Work, List<String>> keys) {
        Map<String, List<Work>> byKey = new LinkedHashMap<>();
        for (Work work : works) {
            keys.apply(work)
                    .forEach(key -> byKey.computeIfAbsent(key, unused -> new ArrayList<>())
                            .add(work));
        }
        return byKey;
    }
}
