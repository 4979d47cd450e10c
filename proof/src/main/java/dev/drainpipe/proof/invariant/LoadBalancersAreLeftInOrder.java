package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Front;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

/**
 * An instance leaves what holds it outside ECS before it is DRAINING, and is left to ECS in what ECS manages while tasks
 * are on it.
 */
public final class LoadBalancersAreLeftInOrder implements Invariant {
    private final Facts facts;

    public LoadBalancersAreLeftInOrder(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "An instance leaves what holds it outside ECS before it is DRAINING, and is left to ECS in what ECS"
                + " manages while tasks are on it.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!call.ours()) {
            return Optional.empty();
        }
        if (call.request() instanceof UpdateContainerInstancesStateRequest request) {
            return request.containerInstances().stream()
                    .flatMap(arn -> facts.instanceAt(arn).stream())
                    .flatMap(id -> heldOutside(id, truth).stream())
                    .findFirst();
        }
        if (call.request() instanceof DeregisterInstancesFromLoadBalancerRequest request) {
            List<String> ids =
                    request.instances().stream().map(Instance::instanceId).toList();
            return takenFromEcs(request.loadBalancerName(), ids, truth);
        }
        return call.request() instanceof DeregisterTargetsRequest request
                ? takenFromEcs(
                        request.targetGroupArn(),
                        request.targets().stream().map(TargetDescription::id).toList(),
                        truth)
                : Optional.empty();
    }

    private static Optional<String> heldOutside(String id, Truth truth) {
        return truth.leftOn(id).stream()
                .filter(left -> left.endsWith(" says registered"))
                .filter(left -> truth.plan().site().fronts().stream()
                        .anyMatch(front -> front.outsideOf().isPresent() && is(front, left)))
                .filter(left -> !truth.history().namesGone(left))
                .findFirst()
                .map(left -> id + " is set to DRAINING while " + left);
    }

    private static Optional<String> takenFromEcs(String loadBalancer, List<String> ids, Truth truth) {
        boolean managed = truth.plan().site().fronts().stream()
                .anyMatch(front -> front.outsideOf().isEmpty() && is(front, loadBalancer + " "));
        return ids.stream()
                .filter(id -> managed)
                .flatMap(id -> truth.leftOn(id).stream()
                        .filter(left -> left.startsWith("a task of service:") && left.endsWith("RUNNING"))
                        .map(left -> id + " is taken out of " + loadBalancer + " while " + left))
                .findFirst();
    }

    /** Whether words begin with the name of a load balancer, or with the ARN of a target group of that name. */
    private static boolean is(Front front, String words) {
        return words.startsWith(front.name() + " ") || words.contains(":targetgroup/" + front.name() + "/");
    }
}
