package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.elb.ClassicElbBehaviour.DrainingListed;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.Ec2;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;
import software.amazon.awssdk.services.elasticloadbalancing.model.RegisterInstancesWithLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.RegisterInstancesWithLoadBalancerResponse;

/**
 * Which instances a Classic load balancer has: putting in, taking out, and asking how they are.
 *
 * <p>Facts from the Elastic Load Balancing API reference, version 2012-06-01, DeregisterInstancesFromLoadBalancer and
 * its neighbours.
 */
final class ClassicInstances {
    private final Ec2 ec2;
    private final Function<String, ClassicLoadBalancer> existing;
    private final ClassicElbBehaviour behaviour;

    ClassicInstances(Ec2 ec2, Function<String, ClassicLoadBalancer> existing, ClassicElbBehaviour behaviour) {
        this.ec2 = ec2;
        this.existing = existing;
        this.behaviour = behaviour;
    }

    void addTo(Operations operations) {
        operations
                .on(RegisterInstancesWithLoadBalancerRequest.class, this::register)
                .on(DeregisterInstancesFromLoadBalancerRequest.class, this::deregister)
                .on(DescribeInstanceHealthRequest.class, this::health);
    }

    /** The instances that DescribeLoadBalancers shows. */
    List<Instance> listed(ClassicLoadBalancer lb) {
        return lb.pool().registrations().stream()
                .filter(r -> r.checked() || behaviour.drainingListed() == DrainingListed.EVERYWHERE)
                .map(r -> Instance.builder().instanceId(r.target().instanceId()).build())
                .toList();
    }

    private RegisterInstancesWithLoadBalancerResponse register(RegisterInstancesWithLoadBalancerRequest request) {
        ClassicLoadBalancer lb = existing.apply(request.loadBalancerName());
        List<String> ids = ids(Validation.requiredList(request.instances(), "instances"));
        refuse(ids.stream().filter(id -> ec2.find(id).isEmpty()).findFirst());
        ids.forEach(id -> lb.pool().register(target(id)));
        return RegisterInstancesWithLoadBalancerResponse.builder()
                .instances(listed(lb))
                .build();
    }

    /**
     * Takes instances out; nothing for one that is out already.
     *
     * <p>An id that this load balancer never had fails the whole call, and the others stay in: seen on AWS
     * (boto/boto issues 2274 and 2576).
     */
    private DeregisterInstancesFromLoadBalancerResponse deregister(DeregisterInstancesFromLoadBalancerRequest request) {
        ClassicLoadBalancer lb = existing.apply(request.loadBalancerName());
        List<String> ids = ids(Validation.requiredList(request.instances(), "instances"));
        refuse(ids.stream().filter(id -> !lb.pool().everRegistered(id)).findFirst());
        ids.forEach(id -> lb.pool().deregister(target(id)));
        return DeregisterInstancesFromLoadBalancerResponse.builder()
                .instances(listed(lb))
                .build();
    }

    /**
     * How instances are; without ids, those registered now; with ids, also those that are not any more, but not ended
     * ones (Elastic Load Balancing API, DescribeInstanceHealth).
     */
    private DescribeInstanceHealthResponse health(DescribeInstanceHealthRequest request) {
        ClassicLoadBalancer lb = existing.apply(request.loadBalancerName());
        List<InstanceState> states = !request.instances().isEmpty()
                ? healthOf(lb, ids(request.instances()))
                : lb.pool().registrations().stream()
                        .filter(r -> r.checked() || behaviour.drainingListed() != DrainingListed.NOWHERE)
                        .map(r -> state(r.target().instanceId(), Optional.of(r)))
                        .toList();
        return DescribeInstanceHealthResponse.builder().instanceStates(states).build();
    }

    private List<InstanceState> healthOf(ClassicLoadBalancer lb, List<String> ids) {
        refuse(ids.stream()
                .filter(id -> ec2.find(id).isEmpty() && !lb.pool().everRegistered(id))
                .findFirst());
        return ids.stream()
                .filter(id -> ec2.find(id).isPresent())
                .map(id -> state(id, lb.pool().find(target(id))))
                .toList();
    }

    private static InstanceState state(String id, Optional<Registration> registration) {
        ClassicHealth health =
                registration.map(r -> ClassicHealth.of(r.state())).orElse(ClassicHealth.NOT_REGISTERED);
        return InstanceState.builder()
                .instanceId(id)
                .state(health.state())
                .reasonCode(health.reasonCode())
                .description(health.description())
                .build();
    }

    private static void refuse(Optional<String> unknown) {
        unknown.ifPresent(id -> {
            throw AwsError.sender("InvalidInstance", "Could not find EC2 instance " + id);
        });
    }

    private static List<String> ids(List<Instance> instances) {
        return instances.stream()
                .map(i -> Validation.required(i.instanceId(), "instances.member.instanceId"))
                .toList();
    }

    private static Target target(String instanceId) {
        return new Target(instanceId, 0);
    }
}
