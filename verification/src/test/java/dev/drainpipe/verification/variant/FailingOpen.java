package dev.drainpipe.verification.variant;

import static dev.drainpipe.verification.variant.Named.COUNT;
import static dev.drainpipe.verification.variant.Named.EARLY;
import static dev.drainpipe.verification.variant.Named.IN_ORDER;
import static dev.drainpipe.verification.variant.Named.LIVE;
import static dev.drainpipe.verification.variant.Named.LOST;
import static dev.drainpipe.verification.variant.Named.STILL_ACTIVE;
import static dev.drainpipe.verification.variant.Named.TOO_RARE;
import static dev.drainpipe.verification.variant.Named.TRAFFIC;

import java.util.List;

/** Mistakes about answers that did not come, or came short: unanswered is taken for "no". */
final class FailingOpen {
    private FailingOpen() {}

    static final List<Variant> VARIANTS = List.of(
            Variant.of("a throttled list of tasks is an empty one", "ECM fails open: a throttle ends running tasks.")
                    .in(
                            "terminator/TaskLook",
                            "return attempts.ask(() -> oneByOne(cluster, instance)).orElse(counted);",
                            "return attempts.ask(() -> oneByOne(cluster, instance)).orElse(TasksSeen.listed(List.of(), policy));")
                    .caughtBy(EARLY),
            Variant.of("tasks that were not seen are none", "A time-out at the wrong moment ends running tasks.")
                    .in(
                            "terminator/SafeToTerminate",
                            "when(!sight.tasks().known(), \"its tasks were not seen\").ifPresent(missing::add);",
                            "")
                    .caughtBy(EARLY),
            Variant.of(
                            "an instance of which ECS says nothing is gone",
                            "ECM, once more: any error of ECS lets the instance go.")
                    .in(
                            "terminator/EcsLook",
                            "containerInstances.byArn(cluster, idByArn)).orElse(Map.of())",
                            "containerInstances.byArn(cluster, idByArn)).orElseGet(() -> { Map<String, ContainerInstance> gone = new HashMap<>(); idByArn.values().forEach(id -> gone.put(id, ContainerInstance.gone(id))); return gone; })")
                    .in(
                            "terminator/EcsLook",
                            "&& places.getOrDefault(request, unknown(request)).instance().status() != Status.GONE",
                            "")
                    .caughtBy(EARLY, STILL_ACTIVE),
            Variant.of(
                            "failures[] of DescribeContainerInstances mean gone",
                            "An answer in part lets go whom it leaves out.")
                    .in(
                            "common/EcsContainerInstances",
                            "instanceIdByArn.values().forEach(id -> found.putIfAbsent(id, ContainerInstance.unknown(id)));",
                            "instanceIdByArn.values().forEach(id -> found.putIfAbsent(id, ContainerInstance.gone(id)));")
                    .in(
                            "terminator/EcsLook",
                            "&& places.getOrDefault(request, unknown(request)).instance().status() != Status.GONE",
                            "")
                    .caughtBy(EARLY),
            Variant.of(
                            "an instance that one list lacks is in no cluster",
                            "One stale list of ECS, and an instance goes as it is.")
                    .in(
                            "common/Locator",
                            "if (!missing.isEmpty()) { located.putAll(everywhere(missing, attempts)); }",
                            "")
                    .in(
                            "deregister/HandOver",
                            "return work.arn().isEmpty() ?",
                            "return !work.request().cluster().isBlank() ?")
                    .caughtBy(EARLY, IN_ORDER, STILL_ACTIVE),
            Variant.of("an answer in part is a whole one", "The task that a short DescribeTasks leaves out is cut off.")
                    .in(
                            "common/EcsTasks",
                            "if (answer.tasks().size() != ids.size())",
                            "if (answer.tasks().size() > ids.size())")
                    .in(
                            "terminator/TaskLook",
                            "closely ? Optional.empty() : stillThere(cluster, instance)",
                            "Optional.empty()")
                    .caughtBy(EARLY)
                    .notYet(TOO_RARE),
            Variant.of(
                            "a silent load balancer has let go",
                            "A throttle of Elastic Load Balancing costs the requests in flight.")
                    .in(
                            "common/Traffic",
                            "answer.getOrDefault(request.instanceId(), Attachment.UNKNOWN)",
                            "answer.getOrDefault(request.instanceId(), Attachment.OUT)")
                    .caughtBy(IN_ORDER, EARLY, TRAFFIC),
            Variant.of(
                            "a silent target group has let go",
                            "A throttle of Elastic Load Balancing costs the requests in flight.")
                    .in(
                            "common/Traffic",
                            "new Target(arn, request.instanceId(), 0, Attachment.UNKNOWN)",
                            "new Target(arn, request.instanceId(), 0, Attachment.OUT)")
                    .caughtBy(IN_ORDER, EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of("a target group without targets is believed once", "One empty answer, and requests are cut off.")
                    .in("common/ElbTargetGroups", "if (enough.test(first))", "if (first.size() >= 0)")
                    .caughtBy(EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of(
                            "a Classic load balancer that leaves one out has let go",
                            "One short answer, and requests are cut off.")
                    .in(
                            "common/ElbClassicLoadBalancers",
                            "found.put(id, health(loadBalancer, List.of(id)).getOrDefault(id, Attachment.OUT));",
                            "found.put(id, Attachment.OUT);")
                    .caughtBy(EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of(
                            "load balancers are listed once",
                            "One short list, and an instance goes that still gets requests.")
                    .in("deregister/Discovery", "names.addAll(sources.names().names());", "")
                    .caughtBy(IN_ORDER, EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of(
                            "who did not answer holds nothing",
                            "A throttle in the search, and nobody takes the instance out.")
                    .in("deregister/DrainPlan", "obstacles.addAll(standing.unanswered());", "")
                    .caughtBy(IN_ORDER, EARLY, TRAFFIC)
                    .notYet(TOO_RARE),
            Variant.of(
                            "a silent Auto Scaling does not wait",
                            "One throttle, and a message is deleted of which nobody hears again.")
                    .in(
                            "common/Membership",
                            "if (member == null) { return UNKNOWN; }",
                            "if (member == null) { return LEFT; }")
                    .caughtBy(LOST, LIVE),
            Variant.of(
                            "an instance that Auto Scaling leaves out once is in no group",
                            "One empty answer, and the wait is forgotten.")
                    .in("common/AutoScalingGroups", "found.putAll(ask(leftOut));", "")
                    .caughtBy(LOST, LIVE),
            Variant.of(
                            "a hook that did not answer does not exist",
                            "KLM deletes a good message when describing the hook fails.")
                    .in("terminator/Agenda", "() -> silentHooks.add(name)", "() -> hooks.put(name, Optional.empty())")
                    .caughtBy(LOST, LIVE),
            Variant.of("a hook that one answer lacks does not exist", "One empty answer, and the wait is forgotten.")
                    .in(
                            "common/AutoScalingHooks",
                            "return askOnce(group, hook).or(() -> askOnce(group, hook));",
                            "return askOnce(group, hook);")
                    .caughtBy(LOST, LIVE),
            Variant.of(
                            "instances that could not be counted are none",
                            "A throttle of ECS, and a service is told to run its minimum.")
                    .in("common/EcsHeadcount", """
                            return AwsErrors.calling(
                                    "counting instances of " + request.cluster(),
                                    () -> Math.toIntExact(ecs.listContainerInstancesPaginator(request).containerInstanceArns().stream()
                                            .count()));
                            """, """
                            try {
                                return Math.toIntExact(ecs.listContainerInstancesPaginator(request).containerInstanceArns().stream()
                                        .count());
                            } catch (software.amazon.awssdk.core.exception.SdkException e) {
                                return 0;
                            }
                            """)
                    .caughtBy(COUNT),
            Variant.of(
                            "fewer instances are believed at once",
                            "One short list, and a service is told to run too few tasks.")
                    .in(
                            "task-scaler/Census",
                            "return Math.max(active(), known.computeIfAbsent(\"active again\", key -> headcount.active(cluster)));",
                            "return active();")
                    .caughtBy(COUNT));
}
