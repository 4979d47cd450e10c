package dev.drainpipe.simulator.ecs;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/**
 * A service as it is created.
 *
 * @param cluster the cluster's name
 * @param name the service's name
 * @param task what each of its tasks is like
 * @param strategy replica or daemon
 * @param desiredCount how many tasks it wants; without meaning for a daemon
 * @param percents how far a replacement may go below and above the desired count
 * @param loadBalancers the names of Classic load balancers and ARNs of target groups that ECS registers its tasks with
 * @param deploymentController ECS, CODE_DEPLOY or EXTERNAL; told to those who ask, without effect here
 */
public record ServiceSpec(
        String cluster,
        String name,
        TaskSpec task,
        SchedulingStrategy strategy,
        int desiredCount,
        HealthyPercents percents,
        List<String> loadBalancers,
        String deploymentController) {
    public ServiceSpec {
        loadBalancers = List.copyOf(loadBalancers);
        if (!loadBalancers.isEmpty() && task.port().isEmpty()) {
            throw new IllegalArgumentException("Tasks behind a load balancer need a port: " + name);
        }
    }

    /** A replica service named like its task's family, with AWS's defaults, behind no load balancer. */
    public static ServiceSpec replica(String cluster, TaskSpec task, int desiredCount) {
        return new ServiceSpec(
                cluster,
                task.family(),
                task,
                SchedulingStrategy.REPLICA,
                desiredCount,
                HealthyPercents.replica(),
                List.of(),
                "ECS");
    }

    /** A daemon service named like its task's family. */
    public static ServiceSpec daemon(String cluster, TaskSpec task) {
        return new ServiceSpec(
                cluster, task.family(), task, SchedulingStrategy.DAEMON, 0, HealthyPercents.daemon(), List.of(), "ECS");
    }

    public ServiceSpec withName(String other) {
        return new ServiceSpec(
                cluster, other, task, strategy, desiredCount, percents, loadBalancers, deploymentController);
    }

    public ServiceSpec withPercents(int minimumHealthy, int maximum) {
        HealthyPercents others = new HealthyPercents(minimumHealthy, maximum);
        return new ServiceSpec(
                cluster, name, task, strategy, desiredCount, others, loadBalancers, deploymentController);
    }

    public ServiceSpec withLoadBalancers(String... names) {
        return new ServiceSpec(
                cluster, name, task, strategy, desiredCount, percents, List.of(names), deploymentController);
    }

    public ServiceSpec withDeploymentController(String type) {
        return new ServiceSpec(cluster, name, task, strategy, desiredCount, percents, loadBalancers, type);
    }
}
