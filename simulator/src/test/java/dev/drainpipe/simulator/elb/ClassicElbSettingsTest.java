package dev.drainpipe.simulator.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.query.Calls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConfigureHealthCheckRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConnectionDraining;
import software.amazon.awssdk.services.elasticloadbalancing.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.HealthCheck;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.ModifyLoadBalancerAttributesRequest;

class ClassicElbSettingsTest {
    private final Instances instances = new Instances();
    private final ClassicElb elb = new ClassicElb(instances.world(), new ScriptedFlight());
    private final Calls calls = new Calls(elb);

    private static CreateLoadBalancerRequest creating(String name) {
        return CreateLoadBalancerRequest.builder()
                .loadBalancerName(name)
                .listeners(Listener.builder()
                        .protocol("HTTP")
                        .loadBalancerPort(80)
                        .instancePort(8080)
                        .build())
                .availabilityZones("eu-central-1a")
                .build();
    }

    private ConnectionDraining draining() {
        return calls.ask(
                        DescribeLoadBalancerAttributesRequest.builder()
                                .loadBalancerName("web")
                                .build(),
                        DescribeLoadBalancerAttributesResponse.class)
                .loadBalancerAttributes()
                .connectionDraining();
    }

    private static ModifyLoadBalancerAttributesRequest draining(boolean enabled, @Nullable Integer timeout) {
        return ModifyLoadBalancerAttributesRequest.builder()
                .loadBalancerName("web")
                .loadBalancerAttributes(
                        a -> a.connectionDraining(d -> d.enabled(enabled).timeout(timeout)))
                .build();
    }

    @Test
    void aNewLoadBalancerDoesNotDrain() {
        calls.send(creating("web"));

        assertThat(draining().enabled()).isFalse();
    }

    @Test
    void drainingTakes300SecondsUnlessSaidOtherwise() {
        calls.send(creating("web"));

        calls.send(draining(true, null));

        assertThat(draining().enabled()).isTrue();
        assertThat(draining().timeout()).isEqualTo(300);
    }

    @Test
    void drainingTakesFrom1To3600Seconds() {
        calls.send(creating("web"));

        calls.send(draining(true, 1));
        calls.send(draining(true, 3600));
        assertThat(calls.refused(draining(true, 0)).code()).isEqualTo("ValidationError");
        assertThat(calls.refused(draining(true, 3601)).code()).isEqualTo("ValidationError");

        assertThat(draining().timeout()).isEqualTo(3600);
    }

    @Test
    void twoLoadBalancersCannotShareAName() {
        calls.send(creating("web"));

        assertThat(calls.refused(creating("web")).code()).isEqualTo("DuplicateLoadBalancerName");
    }

    @Test
    void deletingTwiceSucceeds() {
        calls.send(creating("web"));
        DeleteLoadBalancerRequest deleting =
                DeleteLoadBalancerRequest.builder().loadBalancerName("web").build();

        calls.send(deleting);
        calls.send(deleting);

        assertThat(elb.byName("web")).isEmpty();
    }

    @Test
    void listsEveryLoadBalancerPageByPage() {
        for (int i = 0; i < 450; i++) {
            elb.create(ClassicSpec.of("lb-" + i, 80));
        }
        List<String> names = new ArrayList<>();
        String marker = null;
        int pages = 0;
        do {
            DescribeLoadBalancersResponse page = calls.ask(
                    DescribeLoadBalancersRequest.builder().marker(marker).build(), DescribeLoadBalancersResponse.class);
            page.loadBalancerDescriptions().stream()
                    .map(LoadBalancerDescription::loadBalancerName)
                    .forEach(names::add);
            marker = page.nextMarker();
            pages++;
        } while (marker != null);

        assertThat(pages).isEqualTo(2);
        assertThat(names).hasSize(450).doesNotHaveDuplicates();
    }

    @Test
    void aPageHoldsAtMost400() {
        assertThat(calls.refused(DescribeLoadBalancersRequest.builder()
                                .pageSize(401)
                                .build())
                        .code())
                .isEqualTo("ValidationError");
    }

    @Test
    void theHealthCheckIsShownAsConfigured() {
        calls.send(creating("web"));
        HealthCheck check = HealthCheck.builder()
                .target("HTTP:8080/health")
                .interval(5)
                .timeout(2)
                .healthyThreshold(2)
                .unhealthyThreshold(3)
                .build();

        calls.send(ConfigureHealthCheckRequest.builder()
                .loadBalancerName("web")
                .healthCheck(check)
                .build());

        assertThat(calls.ask(
                                DescribeLoadBalancersRequest.builder()
                                        .loadBalancerNames("web")
                                        .build(),
                                DescribeLoadBalancersResponse.class)
                        .loadBalancerDescriptions()
                        .get(0)
                        .healthCheck())
                .isEqualTo(check);
    }
}
