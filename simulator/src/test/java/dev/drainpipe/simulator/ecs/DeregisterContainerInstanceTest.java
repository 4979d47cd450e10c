package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.DeregisterContainerInstanceRequest;
import software.amazon.awssdk.services.ecs.model.TaskStopCode;

class DeregisterContainerInstanceTest {
    private final EcsWorld w = new EcsWorld();

    @Test
    void isNotDeregisteredWhileATaskRunsOnIt() {
        w.withInstances(4, "i-1");
        w.ecs.startTask(TaskSpec.of("a"), "i-1");

        assertThat(w.refusal(deregistering(false)).text()).isEqualTo("Found running tasks on the instance.");
    }

    @Test
    void isDeregisteredWithoutTasks() {
        w.withInstances(4, "i-1");

        w.call(deregistering(false), Object.class);

        assertThat(w.instance("i-1").status()).isEqualTo("INACTIVE");
        assertThat(w.world.ec2().find("i-1")).isPresent();
    }

    @Test
    void isDeregisteredByForceAndItsTasksGoOnUnseen() {
        w.withInstances(4, "i-1");
        String arn = w.ecs.startTask(TaskSpec.of("a").withStaticPort(80), "i-1");
        w.passSeconds(30);

        w.call(deregistering(true), Object.class);

        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPED");
        assertThat(w.task(arn).stopCode()).isEqualTo(TaskStopCode.USER_INITIATED);
        assertThat(w.ecs.listens("i-1", 80)).isTrue();
        w.world.ec2().terminate("i-1");
        assertThat(w.ecs.listens("i-1", 80)).isFalse();
    }

    @Test
    void aServiceReplacesTheTasksOfAnInstanceDeregisteredByForce() {
        w.withInstances(4, "i-1", "i-2");
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web").withStaticPort(80), 2)
                .withLoadBalancers("lb")
                .withPercents(0, 200));
        w.passSeconds(60);
        w.withInstances(4, "i-3");

        w.call(deregistering(true), Object.class);
        w.passSeconds(20);

        assertThat(w.balancer("lb").calls).contains("deregister i-1:80");
        assertThat(w.wantedOn("i-3")).hasSize(1);
    }

    @Test
    void anUnknownOneIsNotDeregistered() {
        assertThat(w.refusal(DeregisterContainerInstanceRequest.builder()
                                .cluster("c")
                                .containerInstance("x")
                                .build())
                        .code())
                .isEqualTo("InvalidParameterException");
    }

    private DeregisterContainerInstanceRequest deregistering(boolean force) {
        return DeregisterContainerInstanceRequest.builder()
                .cluster("c")
                .containerInstance(w.instance("i-1").containerInstanceArn())
                .force(force)
                .build();
    }
}
