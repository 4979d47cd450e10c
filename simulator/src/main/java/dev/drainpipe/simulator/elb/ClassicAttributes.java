package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.Operations;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConfigureHealthCheckRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConfigureHealthCheckResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConnectionDraining;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancerAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.HealthCheck;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.model.ModifyLoadBalancerAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.ModifyLoadBalancerAttributesResponse;

/** The settings of a Classic load balancer: its health check, and attributes, of which draining has an effect. */
final class ClassicAttributes {
    private final Function<String, ClassicLoadBalancer> existing;

    ClassicAttributes(Function<String, ClassicLoadBalancer> existing) {
        this.existing = existing;
    }

    void addTo(Operations operations) {
        operations
                .on(DescribeLoadBalancerAttributesRequest.class, this::describe)
                .on(ModifyLoadBalancerAttributesRequest.class, this::modify)
                .on(ConfigureHealthCheckRequest.class, this::configure);
    }

    private DescribeLoadBalancerAttributesResponse describe(DescribeLoadBalancerAttributesRequest request) {
        return DescribeLoadBalancerAttributesResponse.builder()
                .loadBalancerAttributes(
                        existing.apply(request.loadBalancerName()).attributes())
                .build();
    }

    private ModifyLoadBalancerAttributesResponse modify(ModifyLoadBalancerAttributesRequest request) {
        ClassicLoadBalancer lb = existing.apply(request.loadBalancerName());
        LoadBalancerAttributes wanted = Validation.required(request.loadBalancerAttributes(), "loadBalancerAttributes");
        LoadBalancerAttributes.Builder changed = lb.attributes().toBuilder();
        Optional.ofNullable(wanted.connectionDraining())
                .map(draining -> merge(lb.attributes().connectionDraining(), draining))
                .ifPresent(changed::connectionDraining);
        Optional.ofNullable(wanted.crossZoneLoadBalancing()).ifPresent(changed::crossZoneLoadBalancing);
        Optional.ofNullable(wanted.connectionSettings()).ifPresent(changed::connectionSettings);
        Optional.ofNullable(wanted.accessLog()).ifPresent(changed::accessLog);
        lb.attributes(changed.build());
        return ModifyLoadBalancerAttributesResponse.builder()
                .loadBalancerName(lb.name())
                .loadBalancerAttributes(wanted)
                .build();
    }

    /** Draining takes 1 to 3600 s, 300 s unless said (User Guide, 'Configure connection draining'). */
    private static ConnectionDraining merge(ConnectionDraining before, ConnectionDraining wanted) {
        boolean enabled = Validation.required(wanted.enabled(), "loadBalancerAttributes.connectionDraining.enabled");
        int timeout = Validation.between(wanted.timeout(), 1, 3600, "loadBalancerAttributes.connectionDraining.timeout")
                .orElse(before.timeout());
        return ConnectionDraining.builder().enabled(enabled).timeout(timeout).build();
    }

    private ConfigureHealthCheckResponse configure(ConfigureHealthCheckRequest request) {
        ClassicLoadBalancer lb = existing.apply(request.loadBalancerName());
        HealthCheck check = Validation.required(request.healthCheck(), "healthCheck");
        Validation.required(check.target(), "healthCheck.target");
        number(check.interval(), 5, 300, "interval");
        number(check.timeout(), 2, 60, "timeout");
        number(check.healthyThreshold(), 2, 10, "healthyThreshold");
        number(check.unhealthyThreshold(), 2, 10, "unhealthyThreshold");
        lb.healthCheck(check);
        return ConfigureHealthCheckResponse.builder().healthCheck(check).build();
    }

    private static void number(Integer value, int least, int most, String member) {
        Validation.between(Validation.required(value, "healthCheck." + member), least, most, "healthCheck." + member);
    }
}
