package dev.drainpipe.simulator.applicationautoscaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ApplicationAutoScalingException;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.InvalidNextTokenException;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

class ScalableTargetsTest {
    private static final String DIMENSION = "ecs:service:DesiredCount";

    private final SimulatedAws aws = new SimulatedAws(AwsSettings.of(Instant.parse("2026-01-01T00:00:00Z"), 1));
    private final ApplicationAutoScalingClient client = ApplicationAutoScalingClient.builder()
            .httpClient(aws.http("operator"))
            .region(Region.of("eu-central-1"))
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "x")))
            .build();

    @AfterEach
    void close() {
        client.close();
        aws.close();
    }

    @Test
    void aRegisteredServiceIsListedWithItsCapacities() {
        String arn = register("service/c/web", 2, 10);

        ScalableTarget target = described(r -> r.resourceIds("service/c/web", "service/c/other"))
                .get(0);

        assertThat(target.scalableTargetARN())
                .isEqualTo(arn)
                .startsWith("arn:aws:application-autoscaling:eu-central-1:111122223333:scalable-target/");
        assertThat(target.resourceId()).isEqualTo("service/c/web");
        assertThat(target.serviceNamespaceAsString()).isEqualTo("ecs");
        assertThat(target.scalableDimensionAsString()).isEqualTo(DIMENSION);
        assertThat(target.minCapacity()).isEqualTo(2);
        assertThat(target.maxCapacity()).isEqualTo(10);
        assertThat(target.creationTime()).isEqualTo("2026-01-01T00:00:00Z");
    }

    @Test
    void registeringAgainChangesOnlyWhatIsNamed() {
        String arn = register("service/c/web", 2, 10);

        String again = client.registerScalableTarget(
                        r -> named(r, "service/c/web").maxCapacity(20))
                .scalableTargetARN();

        assertThat(again).isEqualTo(arn);
        assertThat(described(r -> r.resourceIds("service/c/web")))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.minCapacity()).isEqualTo(2);
                    assertThat(target.maxCapacity()).isEqualTo(20);
                });
    }

    @Test
    void aDeregisteredServiceIsGoneAndCannotBeDeregisteredAgain() {
        aws.applicationAutoScaling().register("c", "web", 1, 2);

        deregister("service/c/web");

        assertThat(described(r -> {})).isEmpty();
        assertThatThrownBy(() -> deregister("service/c/web"))
                .isInstanceOf(ObjectNotFoundException.class)
                .hasMessageContaining("service/c/web");
    }

    @Test
    void aPageHasFiftyTargetsUnlessFewerAreAskedFor() {
        for (int i = 100; i < 220; i++) {
            aws.applicationAutoScaling().register("c", "s" + i, 1, 2);
        }

        assertThat(client.describeScalableTargets(r -> r.serviceNamespace("ecs"))
                        .scalableTargets())
                .hasSize(50);
        assertThat(client.describeScalableTargets(r -> r.serviceNamespace("ecs").maxResults(7))
                        .scalableTargets())
                .hasSize(7);
        assertThat(described(r -> {}))
                .extracting(ScalableTarget::resourceId)
                .hasSize(120)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenOfSomebodyElseIsRefused() {
        assertThatThrownBy(() -> client.describeScalableTargets(
                        r -> r.serviceNamespace("ecs").nextToken("none of ours")))
                .isInstanceOf(InvalidNextTokenException.class);
    }

    @ParameterizedTest
    @CsvSource({"0", "51"})
    void aPageOfNoneOrTooManyIsRefused(int size) {
        assertThatThrownBy(() -> client.describeScalableTargets(
                        r -> r.serviceNamespace("ecs").maxResults(size)))
                .isInstanceOf(ValidationException.class);
    }

    @Test
    void aDimensionNeedsAResource() {
        assertThatThrownBy(() -> client.describeScalableTargets(
                        r -> r.serviceNamespace("ecs").scalableDimension(DIMENSION)))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("resourceIds");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a missing minimum,    ecs,      service/c/web,        ecs:service:DesiredCount, ,  4, minCapacity",
        "a missing maximum,    ecs,      service/c/web,        ecs:service:DesiredCount, 1, ,  maxCapacity",
        "a negative minimum,   ecs,      service/c/web,        ecs:service:DesiredCount, -1, 4, negative",
        "minimum over maximum, ecs,      service/c/web,        ecs:service:DesiredCount, 5, 4, greater",
        "no resource,          ecs,      ,                     ecs:service:DesiredCount, 1, 4, resourceId",
        "no dimension,         ecs,      service/c/web,        ,                         1, 4, scalableDimension",
        "a bare name,          ecs,      web,                  ecs:service:DesiredCount, 1, 4, Unsupported",
        "an ARN,               ecs,      arn:x:service/c/web,  ecs:service:DesiredCount, 1, 4, Unsupported",
        "another dimension,    ecs,      service/c/web,        rds:cluster:ReadReplicaCount, 1, 4, Unsupported",
        "a wrong namespace,    nonsense, service/c/web,        ecs:service:DesiredCount, 1, 4, serviceNamespace",
        "no namespace,         ,         service/c/web,        ecs:service:DesiredCount, 1, 4, serviceNamespace"
    })
    void whatAwsRefusesIsRefused(
            String what,
            String namespace,
            String resource,
            String dimension,
            Integer least,
            Integer most,
            String text) {
        RegisterScalableTargetRequest request = RegisterScalableTargetRequest.builder()
                .serviceNamespace(namespace)
                .resourceId(resource)
                .scalableDimension(dimension)
                .minCapacity(least)
                .maxCapacity(most)
                .build();

        assertThatThrownBy(() -> client.registerScalableTarget(request))
                .as(what)
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining(text);
    }

    @Test
    void whatIsNotSimulatedIsRefusedLoudly() {
        assertThatThrownBy(() -> client.describeScalableTargets(r -> r.serviceNamespace("dynamodb")))
                .hasMessageContaining("does not simulate the namespace dynamodb");
        assertThatThrownBy(() -> client.registerScalableTarget(
                        r -> named(r, "service/c/web").suspendedState(s -> s.dynamicScalingInSuspended(true))))
                .hasMessageContaining("SuspendedState");
        assertThatThrownBy(() -> client.registerScalableTarget(
                        r -> named(r, "service/c/web").roleARN("arn:aws:iam::111122223333:role/r")))
                .hasMessageContaining("RoleARN");
        assertThatThrownBy(() -> client.describeScalingPolicies(r -> r.serviceNamespace("ecs")))
                .isInstanceOf(ApplicationAutoScalingException.class)
                .hasMessageContaining("DescribeScalingPolicies")
                .hasMessageContaining("DeregisterScalableTarget, DescribeScalableTargets, RegisterScalableTarget");
    }

    private String register(String resourceId, int least, int most) {
        return client.registerScalableTarget(
                        r -> named(r, resourceId).minCapacity(least).maxCapacity(most))
                .scalableTargetARN();
    }

    private void deregister(String resourceId) {
        client.deregisterScalableTarget(
                r -> r.serviceNamespace("ecs").resourceId(resourceId).scalableDimension(DIMENSION));
    }

    private List<ScalableTarget> described(Consumer<DescribeScalableTargetsRequest.Builder> more) {
        return client
                .describeScalableTargetsPaginator(r -> more.accept(r.serviceNamespace("ecs")))
                .scalableTargets()
                .stream()
                .toList();
    }

    private static RegisterScalableTargetRequest.Builder named(
            RegisterScalableTargetRequest.Builder request, String resourceId) {
        return request.serviceNamespace("ecs").resourceId(resourceId).scalableDimension(DIMENSION);
    }
}
