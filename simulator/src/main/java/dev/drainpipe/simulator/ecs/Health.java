package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.elb.Registrar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Answers whether a service's task counts as healthy (Amazon ECS API reference, DeploymentConfiguration,
 * minimumHealthyPercent).
 */
final class Health {
    private Health() {}

    /**
     * RUNNING, and healthy in all its load balancers and by its own health check; with neither, RUNNING for a while.
     */
    static boolean healthy(SimulatedTask task, Setting setting) {
        if (!task.runs()) {
            return false;
        }
        List<Registrar> registrars =
                task.service().map(SimulatedService::registrars).orElse(List.of());
        if (registrars.isEmpty() && task.spec().healthCheck().isEmpty()) {
            return task.ranFor(setting.now()).compareTo(setting.timings().healthyAfter()) >= 0;
        }
        int port = task.hostPort().orElse(0);
        return registrars.stream().allMatch(r -> r.healthy(task.instanceId(), port)) && passes(task, setting.now());
    }

    /** Whether its own health check passes; true without one. */
    static boolean passes(SimulatedTask task, Instant now) {
        Duration ran = task.ranFor(now);
        return task.spec()
                .healthCheck()
                .filter(after -> ran.compareTo(after) < 0)
                .isEmpty();
    }
}
