package dev.drainpipe.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import dev.drainpipe.simulator.traffic.Traffic;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The services together: what one does, the others see. */
class SimulatedAwsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final SimulatedAws aws = new SimulatedAws(AwsSettings.of(START, 1));
    private final List<WorldEvent.RequestDropped> dropped = new ArrayList<>();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aServiceBehindAClassicLoadBalancerServesItsTraffic() {
        aws.classicElb().create(ClassicSpec.of("lb", 8080));
        Traffic traffic = serveThrough("lb", TaskSpec.of("web").withStaticPort(8080));

        aws.world().run(Duration.ofMinutes(5));

        assertThat(traffic.counts().served()).isGreaterThan(2_500);
        assertThat(dropped).isEmpty();
    }

    @Test
    void aServiceBehindATargetGroupServesItsTraffic() {
        String arn = aws.elbV2().create(TargetGroupSpec.of("web", 8080));
        Traffic traffic = serveThrough(arn, TaskSpec.of("web").withDynamicPort(8080));

        aws.world().run(Duration.ofMinutes(5));

        assertThat(traffic.counts().served()).isGreaterThan(2_500);
        assertThat(dropped).isEmpty();
    }

    @Test
    void aScaleInWithoutAHookCostsRequests() {
        aws.classicElb().create(ClassicSpec.of("lb", 8080));
        serveThrough("lb", TaskSpec.of("web").withStaticPort(8080));

        try (AutoScalingClient client = autoScaling()) {
            client.setDesiredCapacity(r -> r.autoScalingGroupName("asg").desiredCapacity(2));
        }
        aws.world().run(Duration.ofMinutes(5));

        assertThat(aws.world().ec2().running()).hasSize(2);
        assertThat(dropped).isNotEmpty();
    }

    private AutoScalingClient autoScaling() {
        return AutoScalingClient.builder()
                .httpClient(aws.http("operator"))
                .region(Region.of("eu-central-1"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("operator", "x")))
                .build();
    }

    private Traffic serveThrough(String loadBalancer, TaskSpec task) {
        aws.world().listen(event -> {
            if (event instanceof WorldEvent.RequestDropped drop) {
                dropped.add(drop);
            }
        });
        aws.ecs().createCluster("c");
        aws.autoScaling().create(GroupSpec.of("asg", 4).cluster("c", 4));
        aws.ecs().createService(ServiceSpec.replica("c", task, 3).withLoadBalancers(loadBalancer));
        aws.world().run(Duration.ofMinutes(10));
        Traffic traffic = aws.traffic(
                loadBalancer, TrafficSpec.perSecond(10).lasting(Duration.ofSeconds(2), Duration.ofSeconds(20)));
        traffic.start();
        return traffic;
    }
}
