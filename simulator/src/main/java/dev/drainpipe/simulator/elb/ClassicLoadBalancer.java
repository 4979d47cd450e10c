package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancing.model.AccessLog;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConnectionDraining;
import software.amazon.awssdk.services.elasticloadbalancing.model.ConnectionSettings;
import software.amazon.awssdk.services.elasticloadbalancing.model.CrossZoneLoadBalancing;
import software.amazon.awssdk.services.elasticloadbalancing.model.HealthCheck;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancing.model.ListenerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;

/**
 * One Classic load balancer: its settings, and the pool of its instances.
 *
 * <p>It knows instances as a whole, so the pool's targets have port 0; requests and checks go to the instance port of
 * its first listener.
 *
 * <p>Facts from the User Guide for Classic Load Balancers, "Configure connection draining for your Classic Load
 * Balancer".
 */
final class ClassicLoadBalancer {
    private final String name;
    private final String dnsName;
    private final Instant created;
    private final List<Listener> listeners;
    private final List<String> zones;
    private final TargetPool pool;
    private HealthCheck healthCheck;
    private LoadBalancerAttributes attributes;

    ClassicLoadBalancer(TargetPool.Surroundings around, ClassicSpec spec, List<Listener> listeners) {
        this.name = spec.name();
        this.dnsName = spec.name() + "-"
                + around.world().dice().of("load balancer " + name).below(1_000_000_000) + "."
                + around.world().account().region() + ".elb.amazonaws.com";
        this.created = around.world().now();
        this.listeners = List.copyOf(listeners);
        this.zones = List.copyOf(spec.zones());
        this.pool = new TargetPool(
                around, name, target -> new Target(target.instanceId(), spec.instancePort()), spec.checks());
        this.healthCheck = describe(spec.checks(), spec.instancePort());
        this.attributes = LoadBalancerAttributes.builder()
                .crossZoneLoadBalancing(
                        CrossZoneLoadBalancing.builder().enabled(false).build())
                .accessLog(AccessLog.builder().enabled(false).build())
                .connectionSettings(ConnectionSettings.builder().idleTimeout(60).build())
                .build();
        draining(ConnectionDraining.builder()
                .enabled(spec.draining().isPresent())
                .timeout((int) spec.draining().orElse(Duration.ofMinutes(5)).toSeconds())
                .build());
    }

    String name() {
        return name;
    }

    String dnsName() {
        return dnsName;
    }

    TargetPool pool() {
        return pool;
    }

    LoadBalancerAttributes attributes() {
        return attributes;
    }

    void attributes(LoadBalancerAttributes changed) {
        this.attributes = changed;
        ConnectionDraining draining = changed.connectionDraining();
        pool.draining(
                draining.enabled()
                        ? new Draining(Duration.ofSeconds(draining.timeout()), true, true)
                        : Draining.none());
    }

    void healthCheck(HealthCheck changed) {
        this.healthCheck = changed;
        pool.checks(new HealthCheckSettings(
                Duration.ofSeconds(changed.interval()), changed.healthyThreshold(), changed.unhealthyThreshold()));
    }

    LoadBalancerDescription description(List<Instance> instances) {
        return LoadBalancerDescription.builder()
                .loadBalancerName(name)
                .dnsName(dnsName)
                .listenerDescriptions(listeners.stream()
                        .map(l -> ListenerDescription.builder().listener(l).build())
                        .toList())
                .availabilityZones(zones)
                .instances(instances)
                .healthCheck(healthCheck)
                .createdTime(created)
                .scheme("internet-facing")
                .build();
    }

    private void draining(ConnectionDraining settings) {
        attributes(attributes.toBuilder().connectionDraining(settings).build());
    }

    private static HealthCheck describe(HealthCheckSettings settings, int port) {
        return HealthCheck.builder()
                .target("TCP:" + port)
                .interval((int) settings.interval().toSeconds())
                .timeout(5)
                .healthyThreshold(settings.healthyThreshold())
                .unhealthyThreshold(settings.unhealthyThreshold())
                .build();
    }
}
