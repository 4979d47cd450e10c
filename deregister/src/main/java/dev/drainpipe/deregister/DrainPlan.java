package dev.drainpipe.deregister;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is undone, in what order?
 *
 * <p>Out of the load balancers that the operator named or that were found to hold it, then DRAINING; then it is handed
 * over, all in one pass. An instance that
 * a load balancer did not let go is not set to DRAINING: its tasks would be stopped while requests still come.
 *
 * <p>A load balancer that ECS manages is left to ECS while tasks run on the instance, even if it is named: ECS takes a
 * task out of it before it stops the task (Amazon ECS Developer Guide, "Amazon ECS task lifecycle"), and stops it no
 * sooner than its replacement has taken over. Out of it at once, the last task of a service would serve nobody while its
 * replacement still starts. The terminator waits for it all the same.
 *
 * <p>What is done already is not done again, so the same message ten times has the effect of one. An idle instance is
 * drained too: a task could be placed on it at any moment. An instance that ECS does not have has nothing to be set to
 * DRAINING.
 *
 * @param obstacles why nothing may be done now; none if nothing stands in the way
 * @param leaveClassic the Classic load balancers to leave, by name
 * @param leaveTargetGroups the targets to take out
 * @param setDraining whether ECS must be told to place nothing more on it
 */
public record DrainPlan(
        List<String> obstacles, List<String> leaveClassic, List<Target> leaveTargetGroups, boolean setDraining) {
    public DrainPlan {
        obstacles = List.copyOf(obstacles);
        leaveClassic = List.copyOf(leaveClassic);
        leaveTargetGroups = List.copyOf(leaveTargetGroups);
    }

    /** Nothing is undone. */
    public static final DrainPlan NOTHING = new DrainPlan(List.of(), List.of(), List.of(), false);

    /** The plan for an instance that stands so. */
    public static DrainPlan of(Standing standing) {
        List<String> obstacles = obstacles(standing);
        if (!obstacles.isEmpty()) {
            return new DrainPlan(obstacles, List.of(), List.of(), false);
        }
        List<String> classic = standing.classic().entrySet().stream()
                .filter(entry -> entry.getValue() == Attachment.REGISTERED)
                .map(Map.Entry::getKey)
                .filter(name -> !standing.leftToEcs(name))
                .toList();
        List<Target> targets = standing.targetGroups().values().stream()
                .flatMap(List::stream)
                .filter(target -> target.attachment() == Attachment.REGISTERED)
                .filter(target -> !standing.leftToEcs(target.group()))
                .toList();
        return new DrainPlan(List.of(), classic, targets, standing.ecs().status() == Status.ACTIVE);
    }

    /** What is not known stands in the way, and so does an instance that cannot be set to DRAINING yet. */
    private static List<String> obstacles(Standing standing) {
        List<String> obstacles = new ArrayList<>();
        switch (standing.ecs().status()) {
            case UNKNOWN -> obstacles.add("ECS did not answer");
            case REGISTERING -> obstacles.add("it is still registering, and only an ACTIVE one can be set to DRAINING");
            case ACTIVE, DRAINING, LEAVING, GONE -> {}
        }
        obstacles.addAll(standing.unanswered());
        if (standing.managed().isEmpty()) {
            obstacles.add("ECS did not say which load balancers it manages");
        }
        standing.classic().forEach((name, attachment) -> {
            if (attachment == Attachment.UNKNOWN) {
                obstacles.add(name + " did not answer");
            }
        });
        standing.targetGroups().forEach((arn, targets) -> {
            if (targets.stream().anyMatch(target -> target.attachment() == Attachment.UNKNOWN)) {
                obstacles.add(arn + " did not answer");
            }
        });
        return obstacles;
    }

    /** The steps in order, in words. */
    public List<String> inWords() {
        List<String> steps = new ArrayList<>();
        leaveClassic.forEach(name -> steps.add("leave " + name));
        leaveTargetGroups.forEach(target -> steps.add("leave " + target.group() + " with port " + target.port()));
        if (setDraining) {
            steps.add("set to DRAINING");
        }
        return steps;
    }
}
