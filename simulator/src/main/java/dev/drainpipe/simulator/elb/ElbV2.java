package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.InFlight;
import dev.drainpipe.simulator.traffic.LoadBalancer;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;

/**
 * Target groups and the load balancers before them (Elastic Load Balancing API, version 2015-12-01).
 *
 * <p>Differs from AWS: targets are instances only; a listener has its default rule only; certificates, subnets,
 * security groups and tags are taken but do nothing; a group whose targets are all unhealthy gets no requests.
 */
public final class ElbV2 implements AwsService {
    private final Frontends frontends;
    private final TargetGroups groups;
    private final Operations operations = new Operations();
    private Backends backends = (instanceId, port) -> false;

    public ElbV2(World world, InFlight inFlight) {
        this(world, inFlight, ElbV2Behaviour.defaults());
    }

    public ElbV2(World world, InFlight inFlight, ElbV2Behaviour behaviour) {
        this.frontends = new Frontends(world);
        this.groups = new TargetGroups(
                new TargetPool.Surroundings(world, inFlight, (id, port) -> backends.listens(id, port)),
                behaviour,
                frontends);
        new TargetGroupOperations(groups, frontends).addTo(operations);
        new TargetGroupAttributeOperations(groups).addTo(operations);
        new TargetOperations(world.ec2(), groups).addTo(operations);
        new FrontendOperations(frontends, groups).addTo(operations);
        world.ec2().observe(new Ec2.Observer() {
            @Override
            public void terminated(Ec2Instance instance) {
                groups.all().forEach(g -> g.pool().ended(instance.id(), behaviour.endedListed()));
            }
        });
    }

    /** Says who knows what listens on the instances; until then nothing does. To be called once. */
    public void backends(Backends listening) {
        this.backends = listening;
    }

    @Override
    public ServiceId id() {
        return ServiceId.ELBV2;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Makes a target group, and a load balancer of the same name before it, without API calls; answers its ARN. */
    public String create(TargetGroupSpec spec) {
        SimulatedTargetGroup made = groups.create(spec);
        String loadBalancer = frontends
                .createLoadBalancer(spec.name(), LoadBalancerTypeEnum.APPLICATION)
                .loadBalancerArn();
        frontends.createListener(
                loadBalancer,
                80,
                List.of(Action.builder()
                        .type(ActionTypeEnum.FORWARD)
                        .targetGroupArn(made.arn())
                        .build()));
        made.pool().inUse(true);
        return made.arn();
    }

    /** The target group of this ARN for ECS and Auto Scaling; port 0 means the group's own port. */
    public Optional<Registrar> byName(String arn) {
        return groups.find(arn).map(g -> new PoolRegistrar(g.pool(), port -> port == 0 ? g.port() : port));
    }

    /** The target group of this ARN for its traffic. */
    public Optional<LoadBalancer> loadBalancer(String arn) {
        return groups.find(arn).map(SimulatedTargetGroup::pool);
    }
}
