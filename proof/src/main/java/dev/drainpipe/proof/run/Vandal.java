package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Site.Front;
import dev.drainpipe.proof.draw.Site.FrontKind;
import dev.drainpipe.proof.draw.Trouble;
import dev.drainpipe.proof.draw.Trouble.ClusterDeleted;
import dev.drainpipe.proof.draw.Trouble.Deregistered;
import dev.drainpipe.proof.draw.Trouble.EndedByHand;
import dev.drainpipe.proof.draw.Trouble.FrontDeleted;
import dev.drainpipe.proof.draw.Trouble.GroupDeleted;
import dev.drainpipe.proof.draw.Trouble.HookDeleted;
import dev.drainpipe.proof.draw.Trouble.MadeActive;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.SimulatedAws;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;

/** Somebody who ends and deletes things while Drainpipe works with them. */
final class Vandal {
    private static final String WAITING = "Terminating:Wait";
    private static final Duration TASKS_END = Duration.ofSeconds(45);

    private final SimulatedAws aws;
    private final Stage stage;
    private final Truth truth;
    private final Operator hand;

    Vandal(SimulatedAws aws, Stage stage, Truth truth) {
        this.aws = aws;
        this.stage = stage;
        this.truth = truth;
        this.hand = new Operator(aws);
    }

    void begin(Trouble trouble) {
        if (trouble instanceof EndedByHand t) {
            leaving(t.group(), t.place()).ifPresent(this::end);
        } else if (trouble instanceof HookDeleted t) {
            deleteHook(t.group());
        } else if (trouble instanceof GroupDeleted t) {
            deleteGroup(t.group());
        } else if (trouble instanceof FrontDeleted t) {
            truth.plan().site().fronts().stream()
                    .filter(front -> front.name().equals(t.front()))
                    .forEach(this::delete);
        } else if (trouble instanceof ClusterDeleted t) {
            deleteCluster(t.cluster());
        } else if (trouble instanceof Deregistered t) {
            stage.pick(t.group(), WAITING, t.place()).ifPresent(id -> deregisterOne(t.group(), id));
        } else if (trouble instanceof MadeActive t) {
            stage.pick(t.group(), WAITING, t.place()).ifPresent(id -> makeActive(clusterOf(t.group()), id));
        }
    }

    /** One that drains, if there is one. */
    private Optional<String> leaving(String group, int place) {
        return stage.pick(group, WAITING, place).or(() -> stage.pick(group, "InService", place));
    }

    private void end(String instanceId) {
        truth.asked(instanceId, aws.world().now());
        truth.history().taken(instanceId);
        aws.world().ec2().terminate(instanceId);
    }

    private void deleteHook(String group) {
        if (exists(group) && !truth.history().isGone(group)) {
            truth.history().gone(group);
            String name =
                    truth.plan().site().groups().get(0).name().equals(group) ? Stack.HOOKS.get(0) : Stack.HOOKS.get(1);
            hand.autoScaling()
                    .deleteLifecycleHook(r -> r.autoScalingGroupName(group).lifecycleHookName(name));
        }
    }

    private void deleteGroup(String group) {
        if (exists(group)) {
            truth.history().gone(group);
            aws.autoScaling()
                    .instances(group)
                    .forEach(instance -> truth.history().taken(instance.instanceId()));
            hand.autoScaling()
                    .deleteAutoScalingGroup(r -> r.autoScalingGroupName(group).forceDelete(true));
        }
    }

    private boolean exists(String group) {
        return aws.autoScaling().group(group).isPresent();
    }

    private void delete(Front front) {
        if (stage.registrar(front).isEmpty()) {
            return;
        }
        String id = stage.idOf(front);
        truth.history().gone(id);
        if (front.kind() == FrontKind.CLASSIC) {
            hand.classic().deleteLoadBalancer(r -> r.loadBalancerName(id));
            return;
        }
        hand.targetGroups().describeTargetGroups(r -> r.targetGroupArns(id)).targetGroups().stream()
                .flatMap(group -> group.loadBalancerArns().stream())
                .forEach(arn -> hand.targetGroups().deleteLoadBalancer(r -> r.loadBalancerArn(arn)));
        hand.targetGroups().deleteTargetGroup(r -> r.targetGroupArn(id));
    }

    /** Its services first, then its container instances, and itself when their tasks have ended. */
    private void deleteCluster(String cluster) {
        if (truth.history().isGone(cluster)) {
            return;
        }
        truth.history().gone(cluster);
        truth.plan().site().services().stream()
                .filter(service -> service.cluster().equals(cluster))
                .forEach(service -> hand.ecs()
                        .deleteService(
                                r -> r.cluster(cluster).service(service.name()).force(true)));
        for (ContainerInstance instance : aws.ecs().containerInstances(cluster)) {
            truth.history().gone(instance.ec2InstanceId());
            deregister(cluster, instance);
        }
        aws.world().timeline().after(TASKS_END, () -> {
            boolean empty = aws.ecs().containerInstances(cluster).stream()
                    .allMatch(instance -> instance.status().equals("INACTIVE"));
            boolean idle = aws.ecs().tasks(cluster).stream()
                    .allMatch(task -> task.lastStatus().equals("STOPPED"));
            if (empty && idle) {
                hand.ecs().deleteCluster(r -> r.cluster(cluster));
            }
        });
    }

    private void deregister(String cluster, ContainerInstance instance) {
        if (!instance.status().equals("INACTIVE")) {
            hand.ecs()
                    .deregisterContainerInstance(r -> r.cluster(cluster)
                            .containerInstance(instance.containerInstanceArn())
                            .force(true));
        }
    }

    private void makeActive(String cluster, String instanceId) {
        List<String> arns = aws.ecs().containerInstances(cluster).stream()
                .filter(instance -> instanceId.equals(instance.ec2InstanceId()))
                .filter(instance -> instance.status().equals("DRAINING"))
                .map(ContainerInstance::containerInstanceArn)
                .toList();
        if (!arns.isEmpty()) {
            hand.ecs()
                    .updateContainerInstancesState(
                            r -> r.cluster(cluster).containerInstances(arns).status(ContainerInstanceStatus.ACTIVE));
        }
    }

    private String clusterOf(String group) {
        return truth.plan().site().groups().stream()
                .filter(g -> g.name().equals(group))
                .findFirst()
                .orElseThrow()
                .cluster();
    }

    private void deregisterOne(String group, String instanceId) {
        String cluster = clusterOf(group);
        if (truth.history().isGone(cluster)) {
            return;
        }
        truth.history().gone(instanceId);
        aws.ecs().containerInstances(cluster).stream()
                .filter(instance -> instanceId.equals(instance.ec2InstanceId()))
                .forEach(instance -> deregister(cluster, instance));
    }
}
