package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.DEADLINE;
import static dev.drainpipe.verification.variant.Named.EARLY;
import static dev.drainpipe.verification.variant.Named.FOUND_AGAIN;
import static dev.drainpipe.verification.variant.Named.IN_ORDER;
import static dev.drainpipe.verification.variant.Named.LIVE;
import static dev.drainpipe.verification.variant.Named.LOWERED_FIRST;
import static dev.drainpipe.verification.variant.Named.STILL_ACTIVE;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;
import static dev.drainpipe.verification.variant.Named.TOUCHED;
import static dev.drainpipe.verification.variant.Named.TRAFFIC;

import java.util.List;

/** Mistakes in taking an instance out of ECS and its load balancers. */
final class TakingOut {
    private TakingOut() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of(
                            "an idle instance is not set to DRAINING",
                            "GS: a task may be placed on it between the look and its end.")
                    .in(
                            "deregister/DrainPlan",
                            "standing.ecs().status() == Status.ACTIVE);",
                            "standing.ecs().status() == Status.ACTIVE && standing.ecs().tasks() > 0);")
                    .caughtBy(DEADLINE, LIVE, FOUND_AGAIN, STILL_ACTIVE, EARLY),
            Variant.of(
                            "out of ECS's own load balancer at once",
                            "The last task of a service serves nobody while its replacement starts.")
                    .in(
                            "deregister/Standing",
                            "return ecs.tasks() > 0 && managed.orElse(Set.of()).contains(loadBalancer);",
                            "return false;")
                    .in(
                            "deregister/Discovery",
                            ".removeIf(findings -> findings.managed().orElse(Set.of()).contains(loadBalancer));",
                            ".removeIf(findings -> findings.managed().isEmpty());")
                    .caughtBy(IN_ORDER),
            Variant.of("DRAINING first, then the load balancers", "Tasks are stopped while requests still come.")
                    .in("deregister/Execution", """
                            Map<Work, String> failed = new LinkedHashMap<>(leaveLoadBalancers(works));
                            List<Work> out = without(works, failed);
                            failed.putAll(setDraining(out));
                            """, """
                            Map<Work, String> failed = new LinkedHashMap<>(setDraining(works));
                            failed.putAll(leaveLoadBalancers(without(works, failed)));
                            """)
                    .caughtBy(IN_ORDER),
            Variant.of("handed over, whatever failed before", "What was throttled, nobody tries again.")
                    .in(
                            "deregister/Execution",
                            "failed.putAll(handOver.run(drained.stream().filter(Work::handedOver).toList(), changed));",
                            "failed.clear(); failed.putAll(handOver.run(works.stream().filter(Work::handedOver).toList(), changed));")
                    .caughtBy(DEADLINE, LIVE, FOUND_AGAIN)
                    .notYet(TOO_RARE),
            Variant.of("a load balancer that could not be left is forgotten", "Its instance gets requests to its end.")
                    .in(
                            "deregister/Execution",
                            "leaving.forEach(work -> failed.put(work, \"could not leave \" + name));",
                            "attempts.allDone();")
                    .caughtBy(IN_ORDER)
                    .notYet(TOO_RARE),
            Variant.of(
                            "failures[] of UpdateContainerInstancesState are ignored",
                            "The call succeeds though it did nothing, and the instance stays ACTIVE.")
                    .in(
                            "common/EcsDraining",
                            ".filter(failure -> !AwsErrors.gone(failure.reason()))",
                            ".filter(failure -> false)")
                    .in("terminator/SendingBack", "PATIENCE = Duration.ofMinutes(2)", "PATIENCE = Duration.ofDays(2)")
                    .caughtBy(FOUND_AGAIN, LIVE, DEADLINE)
                    .notYet(TOO_RARE),
            Variant.of("load balancers are not waited for", "The requests in flight are cut off.")
                    .in(
                            "terminator/SafeToTerminate",
                            "case TRAFFIC_LEFT -> loadBalancers(sight, Set.of(Attachment.REGISTERED, Attachment.DRAINING)::contains);",
                            "case TRAFFIC_LEFT -> Optional.empty();")
                    .caughtBy(EARLY, TRAFFIC),
            Variant.of("a load balancer that drains has let go", "The requests in flight are cut off.")
                    .in(
                            "terminator/SafeToTerminate",
                            "Set.of(Attachment.REGISTERED, Attachment.DRAINING)::contains",
                            "Attachment.REGISTERED::equals")
                    .caughtBy(EARLY, TRAFFIC),
            Variant.of(
                            "a Classic load balancer's text is not read",
                            "While it drains an instance is InService, or not: the requests in flight are cut off.")
                    .in("common/ElbClassicLoadBalancers", "return Attachment.DRAINING;", "return Attachment.OUT;")
                    .caughtBy(EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of(
                            "NOT_DRAINING may be waived",
                            "At its deadline an instance goes on which a task was just placed.")
                    .in("terminator/Blocker", "NOT_DRAINING(Waiver.NEVER,", "NOT_DRAINING(Waiver.AT_THE_DEADLINE,")
                    .caughtBy(STILL_ACTIVE)
                    .notYet(TOO_RARE),
            Variant.of(
                            "instances of groups without the required tag are touched",
                            "Somebody else's production is drained.")
                    .in(
                            "deregister/WayOut",
                            "case MISSING -> leftAlone(\"its group does not carry the tag that is required\");",
                            "case MISSING -> plain(way);")
                    .caughtBy(TOUCHED),
            Variant.of("a tag is remembered for ever", "A group that an operator took back is still drained.")
                    .in(
                            "deregister/KnownTags",
                            "if (carried != null && now.isBefore(carried.plus(REMEMBERED)))",
                            "if (carried != null)")
                    .caughtBy(TOUCHED)
                    .notYet("no tag is taken away in a run"),
            Variant.of("a move to a warm pool is a termination", "An instance that stays is drained as if it left.")
                    .in(
                            "common/BareNotification",
                            "if (\"WarmPool\".equals(notification.get(\"Destination\")))",
                            "if (\"Warm pool\".equals(notification.get(\"Destination\")))")
                    .caughtBy(TOUCHED)
                    .notYet("no warm pool is drawn"),
            Variant.of("an instance is handed to a group that has no hook of ours", "It ends with its tasks.")
                    .in("terminator/HandToGroup", "if (ours.get().isEmpty())", "if (ours.get().size() > 100)")
                    .caughtBy(TOUCHED, EARLY)
                    .notYet("no group without a hook of ours is drawn whose instances EC2 wants back"),
            Variant.of("the task scaler is not told", "For up to a minute there is no instance to spare.")
                    .in("deregister/HandOver", "Set<String> woken = wake(drained);", "Set<String> woken = Set.of();")
                    .caughtBy(LOWERED_FIRST),
            Variant.of("the task scaler gets no head start", "The first instance goes before the count is lowered.")
                    .in("deregister/HandOver", "? HEAD_START : Duration.ZERO", "? Duration.ZERO : Duration.ZERO")
                    .caughtBy(LOWERED_FIRST)
                    .notYet(TOO_RARE));
}
