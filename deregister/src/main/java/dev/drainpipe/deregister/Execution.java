package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Target;
import dev.drainpipe.lambda.Attempts;
import dev.drainpipe.port.ClassicDeregistration;
import dev.drainpipe.port.Draining;
import dev.drainpipe.port.TargetDeregistration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Carries out the stages of many plans in bulk calls. Each stage answers for which instances it failed, and why; those
 * take no part in the next stage.
 */
final class Execution {
    private final Hands hands;
    private final HandOver handOver;
    private final Attempts attempts;

    /**
     * What a stage acts with.
     *
     * @param classic Classic load balancers
     * @param targetGroups target groups
     * @param draining ECS
     */
    record Hands(ClassicDeregistration classic, TargetDeregistration targetGroups, Draining draining) {}

    Execution(Hands hands, HandOver handOver, Attempts attempts) {
        this.hands = hands;
        this.handOver = handOver;
        this.attempts = attempts;
    }

    /** All stages; answers what failed, and why. */
    Map<Work, String> run(List<Work> works) {
        Map<Work, String> failed = new LinkedHashMap<>(leaveLoadBalancers(works));
        List<Work> out = without(works, failed);
        failed.putAll(setDraining(out));
        List<Work> drained = without(works, failed);
        Set<String> changed = drained.stream()
                .filter(work -> work.plan().setDraining())
                .map(work -> work.request().cluster())
                .collect(Collectors.toSet());
        failed.putAll(handOver.run(drained.stream().filter(Work::handedOver).toList(), changed));
        return failed;
    }

    /** First stage: out of the load balancers, each called once. */
    private Map<Work, String> leaveLoadBalancers(List<Work> works) {
        Map<Work, String> failed = new LinkedHashMap<>();
        by(works, work -> work.plan().leaveClassic()).forEach((name, leaving) -> {
            List<String> ids = leaving.stream()
                    .map(work -> work.request().instanceId())
                    .distinct()
                    .toList();
            if (!attempts.act(() -> hands.classic().deregister(name, ids))) {
                leaving.forEach(work -> failed.put(work, "could not leave " + name));
            }
        });
        by(works, work -> groups(work.plan().leaveTargetGroups())).forEach((arn, leaving) -> {
            List<Target> targets = leaving.stream()
                    .flatMap(work -> work.plan().leaveTargetGroups().stream())
                    .filter(target -> target.group().equals(arn))
                    .distinct()
                    .toList();
            if (!attempts.act(() -> hands.targetGroups().deregister(arn, targets))) {
                leaving.forEach(work -> failed.put(work, "could not leave " + arn));
            }
        });
        return failed;
    }

    /** Second stage: DRAINING, each cluster called once per ten instances. */
    private Map<Work, String> setDraining(List<Work> works) {
        Map<Work, String> failed = new LinkedHashMap<>();
        List<Work> active =
                works.stream().filter(work -> work.plan().setDraining()).toList();
        by(active, work -> List.of(work.request().cluster())).forEach((cluster, draining) -> {
            List<String> arns = draining.stream().map(Work::arn).distinct().toList();
            Map<String, String> refused =
                    attempts.ask(() -> hands.draining().drain(cluster, arns)).orElseGet(() -> all(arns));
            draining.stream()
                    .filter(work -> refused.containsKey(work.arn()))
                    .forEach(work -> failed.put(work, "could not be set to DRAINING: " + refused.get(work.arn())));
        });
        return failed;
    }

    private static List<Work> without(List<Work> works, Map<Work, String> failed) {
        return works.stream().filter(work -> !failed.containsKey(work)).toList();
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
