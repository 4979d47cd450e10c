package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;
import software.amazon.awssdk.services.ecs.model.StopTaskRequest;

class ServiceTest {
    private static final TaskSpec WEB = TaskSpec.of("web");

    @Test
    void spreadsItsTasks() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2", "i-3");

        w.withService(ServiceSpec.replica("c", WEB, 7));
        w.passSeconds(5);

        assertThat(List.of(w.on("i-1").size(), w.on("i-2").size(), w.on("i-3").size()))
                .containsExactly(3, 2, 2);
    }

    @Test
    void aStaticHostPortLetsOneTaskOnEachInstance() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1", "i-2");

        w.withService(ServiceSpec.replica("c", WEB.withStaticPort(80), 3));
        w.passSeconds(60);

        assertThat(w.on("i-1")).hasSize(1);
        assertThat(w.on("i-2")).hasSize(1);
        assertThat(messages(w, "web")).anyMatch(m -> m.contains("RESOURCE:PORTS"));
    }

    @Test
    void dynamicHostPortsDiffer() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");

        w.withService(ServiceSpec.replica("c", WEB.withDynamicPort(8080), 3));
        w.passSeconds(60);

        assertThat(w.on("i-1"))
                .extracting(t -> t.containers().get(0).networkBindings().get(0).hostPort())
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 32768);
    }

    @Test
    void slotsLimitHowManyFit() {
        EcsWorld w = new EcsWorld().withInstances(5, "i-1");

        w.withService(ServiceSpec.replica("c", WEB.withSlots(2), 3));
        w.passSeconds(60);

        assertThat(w.on("i-1")).hasSize(2);
    }

    @Test
    void aStoppingTaskStillHoldsItsSlots() {
        EcsWorld w = new EcsWorld().withInstances(1, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.ignoringSigterm(), 1));
        w.passSeconds(60);

        stop(w, w.on("i-1").get(0).taskArn());
        w.passSeconds(20);
        assertThat(w.on("i-1")).hasSize(1);

        w.passSeconds(40);
        assertThat(w.wantedOn("i-1")).hasSize(1);
    }

    @Test
    void replacesATaskThatWasStopped() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(ServiceSpec.replica("c", WEB, 2));
        w.passSeconds(60);

        stop(w, w.on("i-1").get(0).taskArn());
        w.passSeconds(20);

        assertThat(w.ecs.service("c", "web").runningCount()).isEqualTo(2);
    }

    @Test
    void countsOnlyWhatIsToRun() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withStartup(Duration.ofMinutes(1)), 2));
        w.passSeconds(30);
        assertThat(w.ecs.service("c", "web").pendingCount()).isEqualTo(2);

        w.passSeconds(60);
        assertThat(w.ecs.service("c", "web").runningCount()).isEqualTo(2);

        new ServiceCalls(w).desire("web", 0);
        w.passSeconds(2);
        Service stopping = w.ecs.service("c", "web");
        assertThat(stopping.runningCount() + stopping.pendingCount()).isZero();
        assertThat(w.ecs.tasksNotStopped("i-1")).isEqualTo(2);
    }

    @Test
    void countsAsHealthyAfterFortySecondsWithoutAnyCheck() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(ServiceSpec.replica("c", WEB, 1));
        w.passSeconds(120);

        assertThat(timeUntilHealthy(w)).isBetween(Duration.ofSeconds(40), Duration.ofSeconds(46));
    }

    @Test
    void countsAsHealthyWhenItsOwnCheckPasses() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withHealthCheck(Duration.ofSeconds(15)), 1));
        w.passSeconds(120);

        assertThat(timeUntilHealthy(w)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(21));
    }

    @Test
    void aReplacementThatNeverGetsHealthyLetsNothingGo() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withHealthCheck(TaskSpec.NEVER), 2));
        w.passSeconds(60);
        w.withInstances(8, "i-2");

        w.drain("i-1");
        w.pass(Duration.ofHours(3));

        assertThat(w.wantedOn("i-1")).hasSize(2);
        assertThat(w.wantedOn("i-2")).hasSize(2);
    }

    @Test
    void tellsItsCountsOnlyWhenTheyChange() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(ServiceSpec.replica("c", WEB, 2));
        w.pass(Duration.ofHours(1));

        assertThat(w.events(WorldEvent.ServiceCounts.class))
                .extracting(e -> e.desired() + " " + e.running() + " " + e.healthy())
                .containsExactly("2 0 0", "2 2 0", "2 2 2");
    }

    @Test
    void saysWhenItIsSteadyAndCompletesItsDeployment() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1").withService(ServiceSpec.replica("c", WEB, 2));
        assertThat(deploymentState(w)).isEqualTo(DeploymentRolloutState.IN_PROGRESS);

        w.passSeconds(120);

        assertThat(deploymentState(w)).isEqualTo(DeploymentRolloutState.COMPLETED);
        assertThat(messages(w, "web"))
                .filteredOn(m -> m.contains("steady state"))
                .hasSize(1);
        assertThat(messages(w, "web")).anyMatch(m -> m.startsWith("(service web) has started 2 tasks: (task "));
    }

    @Test
    void behindALoadBalancerItRegistersRunningTasksAndDeregistersStoppingOnes() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withStaticPort(80), 1).withLoadBalancers("lb"));
        w.passSeconds(9);
        assertThat(w.balancer("lb").calls).containsExactly("register i-1:80");

        stop(w, w.on("i-1").get(0).taskArn());
        w.passSeconds(1);
        assertThat(w.balancer("lb").calls).containsExactly("register i-1:80", "deregister i-1:80");
    }

    @Test
    void behindALoadBalancerATaskGetsTheStopSignalOnlyWhenItsTargetIsOut() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withStaticPort(80), 1).withLoadBalancers("lb", "other"));
        w.balancer("other").draining = Duration.ofMinutes(5);
        w.passSeconds(60);
        String arn = w.on("i-1").get(0).taskArn();
        stop(w, arn);

        w.passSeconds(299);
        assertThat(w.task(arn).lastStatus()).isEqualTo("DEACTIVATING");
        assertThat(w.ecs.listens("i-1", 80)).isTrue();

        w.passSeconds(1);
        assertThat(w.task(arn).lastStatus()).isEqualTo("STOPPING");
    }

    @Test
    void behindALoadBalancerATaskIsHealthyWhenTheLoadBalancerSaysSo() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.balancer("lb").healthyAfter = Duration.ofMinutes(5);
        w.withService(ServiceSpec.replica("c", WEB.withStaticPort(80), 1).withLoadBalancers("lb"));
        w.passSeconds(400);

        assertThat(timeUntilHealthy(w))
                .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(5).plusSeconds(6));
    }

    @Test
    void anInstanceThatEndsTakesItsTargetsAlong() {
        EcsWorld w = new EcsWorld().withInstances(8, "i-1");
        w.withService(ServiceSpec.replica("c", WEB.withStaticPort(80), 1).withLoadBalancers("lb"));
        w.passSeconds(60);

        w.world.ec2().terminate("i-1");

        assertThat(w.balancer("lb").calls).last().isEqualTo("deregister i-1:80");
    }

    @Test
    void aTaskWithoutAPortCannotBeBehindALoadBalancer() {
        ServiceSpec portless = ServiceSpec.replica("c", WEB, 1);

        assertThatThrownBy(() -> portless.withLoadBalancers("lb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web");
    }

    private static void stop(EcsWorld w, String arn) {
        w.call(StopTaskRequest.builder().cluster("c").task(arn).build(), Object.class);
    }

    private static List<String> messages(EcsWorld w, String service) {
        return w.ecs.service("c", service).events().stream()
                .map(ServiceEvent::message)
                .toList();
    }

    private static DeploymentRolloutState deploymentState(EcsWorld w) {
        return w.ecs.service("c", "web").deployments().get(0).rolloutState();
    }

    private static Duration timeUntilHealthy(EcsWorld w) {
        WorldEvent.ServiceCounts first = w.events(WorldEvent.ServiceCounts.class).stream()
                .filter(e -> e.healthy() == 1)
                .findFirst()
                .orElseThrow();
        return Duration.between(w.on("i-1").get(0).startedAt(), first.at());
    }
}
