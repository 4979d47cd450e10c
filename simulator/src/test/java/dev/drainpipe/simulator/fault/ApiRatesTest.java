package dev.drainpipe.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.ListTasksRequest;

class ApiRatesTest {
    private final World world = new World(Instant.parse("2026-01-01T00:00:00Z"), 1, Account.example());
    private final ApiRates rates = ApiRates.documented(world);

    @Test
    void aFullBucketLetsItsSizeThroughAtOnce() {
        assertThat(letThrough(rates, ServiceId.ECS, "ListTasks")).isEqualTo(100);
    }

    @Test
    void operationsOfOneFamilyShareABucket() {
        letThrough(rates, ServiceId.ECS, "ListTasks");

        assertThat(letThrough(rates, ServiceId.ECS, "DescribeTasks")).isZero();
        assertThat(letThrough(rates, ServiceId.ECS, "DescribeServices")).isEqualTo(100);
    }

    @Test
    void itFillsUpWithTimeAndNeverMoreThanFull() {
        letThrough(rates, ServiceId.ECS, "UpdateContainerInstancesState");
        world.run(Duration.ofSeconds(1));
        assertThat(letThrough(rates, ServiceId.ECS, "UpdateContainerInstancesState"))
                .isEqualTo(40);

        world.run(Duration.ofHours(1));
        assertThat(letThrough(rates, ServiceId.ECS, "UpdateContainerInstancesState"))
                .isEqualTo(100);
    }

    @Test
    void loadBalancersHaveABucketForAllOfAGenerationOnTop() {
        assertThat(letThrough(rates, ServiceId.CLASSIC_ELB, "DescribeInstanceHealth"))
                .isEqualTo(40);
        assertThat(letThrough(rates, ServiceId.CLASSIC_ELB, "DeregisterInstancesFromLoadBalancer"))
                .isZero();
        assertThat(letThrough(rates, ServiceId.ELBV2, "DeregisterTargets")).isEqualTo(20);
        assertThat(letThrough(rates, ServiceId.ELBV2, "ModifyTargetGroupAttributes"))
                .isEqualTo(20);
    }

    @Test
    void autoScalingHasABucketOnlyIfOneIsAskedFor() {
        ApiRates limited = rates.withAutoScaling(5, 1);

        assertThat(letThrough(rates, ServiceId.AUTO_SCALING, "CompleteLifecycleAction"))
                .isEqualTo(1000);
        assertThat(letThrough(limited, ServiceId.AUTO_SCALING, "CompleteLifecycleAction"))
                .isEqualTo(5);
    }

    @Test
    void aRefusalSpeaksAsItsServiceDoes() {
        letThrough(rates, ServiceId.ECS, "ListTasks");

        assertThat(ask(rates, ServiceId.ECS, "ListTasks")).get().satisfies(error -> {
            assertThat(error.code()).isEqualTo("ThrottlingException");
            assertThat(error.text()).isEqualTo("Rate exceeded");
            assertThat(error.status()).isEqualTo(400);
        });
    }

    private static int letThrough(ApiRates rates, ServiceId service, String operation) {
        int calls = 0;
        while (calls < 1000 && ask(rates, service, operation).isEmpty()) {
            calls++;
        }
        return calls;
    }

    private static Optional<AwsError> ask(ApiRates rates, ServiceId service, String operation) {
        return rates.refuse(
                "somebody", service, operation, ListTasksRequest.builder().build());
    }
}
