package dev.drainpipe.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.sqs.SqsClient;

class EveryOperationTest {
    private final World world = new World(Instant.EPOCH, 1, Account.example());
    private final List<SdkPojo> arrived = new ArrayList<>();

    @TestFactory
    Stream<DynamicTest> sqsSurvivesTheWire() {
        // Made-up answers have made-up digests, which the client would refuse.
        return operations(
                ServiceId.SQS,
                SqsClient.class,
                http -> SqsClient.builder()
                        .checksumValidationEnabled(false)
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> ecsSurvivesTheWire() {
        return operations(
                ServiceId.ECS,
                EcsClient.class,
                http -> EcsClient.builder()
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> classicElbSurvivesTheWire() {
        return operations(
                ServiceId.CLASSIC_ELB,
                ElasticLoadBalancingClient.class,
                http -> ElasticLoadBalancingClient.builder()
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> elbV2SurvivesTheWire() {
        return operations(
                ServiceId.ELBV2,
                ElasticLoadBalancingV2Client.class,
                http -> ElasticLoadBalancingV2Client.builder()
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> autoScalingSurvivesTheWire() {
        return operations(
                ServiceId.AUTO_SCALING,
                AutoScalingClient.class,
                http -> AutoScalingClient.builder()
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    @TestFactory
    Stream<DynamicTest> applicationAutoScalingSurvivesTheWire() {
        return operations(
                ServiceId.APPLICATION_AUTO_SCALING,
                ApplicationAutoScalingClient.class,
                http -> ApplicationAutoScalingClient.builder()
                        .applyMutation(builder -> inProcess(builder, http))
                        .build());
    }

    private static <B extends AwsClientBuilder<B, ?> & SdkSyncClientBuilder<B, ?>> void inProcess(
            B builder, SimulatedHttp http) {
        builder.httpClient(http)
                .region(Region.EU_CENTRAL_1)
                .endpointOverride(URI.create("http://localhost"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")));
    }

    private <C> Stream<DynamicTest> operations(ServiceId id, Class<C> type, Function<SimulatedHttp, C> client) {
        Operations operations = new Operations();
        C connected = client.apply(new SimulatedHttp(new Dispatcher(world, List.of(new Fake(id, operations))), "test"));
        List<Method> methods = Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0])
                        && AwsResponse.class.isAssignableFrom(method.getReturnType()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        assertThat(methods).hasSizeGreaterThan(10);
        return methods.stream()
                .map(method -> dynamicTest(method.getName(), () -> {
                    play(operations, method);
                    roundTrip(connected, method);
                }));
    }

    private void play(Operations operations, Method method) throws ReflectiveOperationException {
        Class<? extends AwsRequest> request = method.getParameterTypes()[0].asSubclass(AwsRequest.class);
        SdkPojo answer = (SdkPojo) Filled.of(method.getReturnType());
        operations.on(request, arriving -> {
            arrived.add(arriving);
            return answer;
        });
    }

    private void roundTrip(Object client, Method method) throws ReflectiveOperationException {
        arrived.clear();
        Object sent = Filled.of(method.getParameterTypes()[0]);

        SdkPojo answer = (SdkPojo) method.invoke(client, sent);

        assertThat(arrived).singleElement().isEqualTo(sent);
        SdkPojo expected = (SdkPojo) Filled.of(method.getReturnType());
        assertThat(answer).matches(expected::equalsBySdkFields, "equals " + expected);
    }
}
