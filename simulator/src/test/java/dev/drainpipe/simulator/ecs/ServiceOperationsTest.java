package dev.drainpipe.simulator.ecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drainpipe.simulator.wire.AwsError;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.DeleteServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentRolloutState;
import software.amazon.awssdk.services.ecs.model.DescribeServicesRequest;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.ListServicesRequest;
import software.amazon.awssdk.services.ecs.model.ListServicesResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

class ServiceOperationsTest {
    private final EcsWorld w = new EcsWorld();
    private final ServiceCalls calls = new ServiceCalls(w);

    @Test
    void updatesTheDesiredCountByNameAndArnWithoutANewDeployment() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));
        String deployment = w.ecs.service("c", "web").deployments().get(0).id();

        assertThat(calls.desire("web", 5).desiredCount()).isEqualTo(5);
        Service updated = calls.desire(w.ecs.service("c", "web").serviceArn(), 6);

        assertThat(updated.desiredCount()).isEqualTo(6);
        assertThat(updated.deployments())
                .singleElement()
                .satisfies(d -> assertThat(d.id()).isEqualTo(deployment));
    }

    @Test
    void updatesThePercentsAndKeepsTheOther() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));

        w.call(
                UpdateServiceRequest.builder()
                        .cluster("c")
                        .service("web")
                        .deploymentConfiguration(d -> d.minimumHealthyPercent(0))
                        .build(),
                Object.class);

        assertThat(w.ecs.service("c", "web").deploymentConfiguration())
                .satisfies(d -> assertThat(d.minimumHealthyPercent()).isZero())
                .satisfies(d -> assertThat(d.maximumPercent()).isEqualTo(200));
    }

    @Test
    void aDeploymentReportsTheTroubleThatItWasGiven() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));

        w.ecs.trouble("c", "web", new DeploymentTrouble(DeploymentRolloutState.FAILED, 3));

        assertThat(w.ecs.service("c", "web").deployments()).singleElement().satisfies(d -> {
            assertThat(d.status()).isEqualTo("PRIMARY");
            assertThat(d.rolloutState()).isEqualTo(DeploymentRolloutState.FAILED);
            assertThat(d.failedTasks()).isEqualTo(3);
            assertThat(d.rolloutStateReason()).endsWith("failed.");
        });
    }

    @Test
    void refusesToUpdateWhatIsNotThere() {
        AwsError refusal = w.refusal(updating("x", 1));

        assertThat(refusal.code()).isEqualTo("ServiceNotFoundException");
        assertThat(refusal.text()).isEqualTo("Service not found.");
    }

    @Test
    void refusesANewDeploymentLoudly() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));
        w.ecs.runTask("c", TaskSpec.of("other"), 0);
        UpdateServiceRequest update =
                UpdateServiceRequest.builder().cluster("c").service("web").build();

        assertThat(code(update.toBuilder().taskDefinition("other").build())).isEqualTo("NotSimulated");
        assertThat(code(update.toBuilder().forceNewDeployment(true).build())).isEqualTo("NotSimulated");
        assertThat(w.call(
                        update.toBuilder()
                                .taskDefinition("web")
                                .forceNewDeployment(false)
                                .build(),
                        Object.class))
                .isNotNull();
    }

    @Test
    void deletesOnlyWhatIsScaledToZeroUnlessForced() {
        w.withInstances(4, "i-1").withService(ServiceSpec.replica("c", TaskSpec.of("web"), 1));
        w.passSeconds(30);
        DeleteServiceRequest delete =
                DeleteServiceRequest.builder().cluster("c").service("web").build();
        assertThat(w.refusal(delete).text()).isEqualTo("The service cannot be stopped while it is scaled above 0.");

        w.call(delete.toBuilder().force(true).build(), Object.class);
        assertThat(w.ecs.service("c", "web").status()).isEqualTo("DRAINING");
        assertThat(code(updating("web", 1))).isEqualTo("ServiceNotActiveException");

        w.passSeconds(60);
        assertThat(w.ecs.service("c", "web").status()).isEqualTo("INACTIVE");
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
        assertThat(listed(ListServicesRequest.builder())).isEmpty();
    }

    @Test
    void deletesADaemonServiceWithItsTasks() {
        w.withInstances(4, "i-1").withService(ServiceSpec.daemon("c", TaskSpec.of("agent")));
        w.passSeconds(30);

        w.call(DeleteServiceRequest.builder().cluster("c").service("agent").build(), Object.class);
        w.passSeconds(30);

        assertThat(w.ecs.service("c", "agent").status()).isEqualTo("INACTIVE");
        assertThat(w.ecs.tasksNotStopped("i-1")).isZero();
    }

    @Test
    void describesTenAtMostAndNamesWhatIsMissing() {
        w.withService(ServiceSpec.replica("c", TaskSpec.of("web"), 2));
        DescribeServicesRequest request = DescribeServicesRequest.builder()
                .cluster("c")
                .services("web", "x")
                .build();

        DescribeServicesResponse response = w.call(request, DescribeServicesResponse.class);

        assertThat(response.services()).extracting(Service::serviceName).containsExactly("web");
        assertThat(response.failures())
                .extracting(Failure::arn, Failure::reason)
                .containsExactly(tuple("arn:aws:ecs:eu-central-1:111122223333:service/c/x", "MISSING"));
        assertThat(code(request.toBuilder()
                        .services(IntStream.range(0, 11).mapToObj(i -> "s" + i).toList())
                        .build()))
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void listsTenAtOnceAndByStrategy() {
        IntStream.range(0, 11)
                .forEach(i -> w.withService(
                        ServiceSpec.replica("c", TaskSpec.of("web"), 0).withName("s" + i)));
        w.withService(ServiceSpec.daemon("c", TaskSpec.of("agent")));

        assertThat(listed(ListServicesRequest.builder())).hasSize(10);
        assertThat(listed(ListServicesRequest.builder().maxResults(100))).hasSize(12);
        assertThat(listed(ListServicesRequest.builder().schedulingStrategy("DAEMON")))
                .containsExactly("arn:aws:ecs:eu-central-1:111122223333:service/c/agent");
        assertThat(listed(ListServicesRequest.builder().launchType("FARGATE"))).isEmpty();
    }

    private String code(SdkPojo request) {
        return w.refusal(request).code();
    }

    private List<String> listed(ListServicesRequest.Builder request) {
        return w.call(request.cluster("c").build(), ListServicesResponse.class).serviceArns();
    }

    private static UpdateServiceRequest updating(String service, int desired) {
        return UpdateServiceRequest.builder()
                .cluster("c")
                .service(service)
                .desiredCount(desired)
                .build();
    }
}
