package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.traffic.InFlight;
import dev.drainpipe.simulator.traffic.LoadBalancer;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancing.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;

/**
 * Classic load balancers (Elastic Load Balancing API, version 2012-06-01).
 *
 * <p>Differs from AWS: health checks and requests use only the first listener; security groups, subnets, policies, tags
 * and certificates are taken but do nothing; an instance that ended gets no requests from that moment on; an instance
 * that runs but was never registered is described as not registered.
 */
public final class ClassicElb implements AwsService {
    private final TargetPool.Surroundings around;
    private final Map<String, ClassicLoadBalancer> byName = new TreeMap<>();
    private final ClassicInstances instances;
    private final Operations operations = new Operations();
    private Backends backends = (instanceId, port) -> false;

    public ClassicElb(World world, InFlight inFlight) {
        this(world, inFlight, ClassicElbBehaviour.defaults());
    }

    public ClassicElb(World world, InFlight inFlight, ClassicElbBehaviour behaviour) {
        this.around = new TargetPool.Surroundings(world, inFlight, (id, port) -> backends.listens(id, port));
        this.instances = new ClassicInstances(world.ec2(), this::existing, behaviour);
        operations
                .on(CreateLoadBalancerRequest.class, this::create)
                .on(DeleteLoadBalancerRequest.class, this::delete)
                .on(DescribeLoadBalancersRequest.class, this::describe);
        instances.addTo(operations);
        new ClassicAttributes(this::existing).addTo(operations);
        world.ec2().observe(new Ec2.Observer() {
            @Override
            public void terminated(Ec2Instance instance) {
                byName.values().forEach(lb -> lb.pool().ended(instance.id(), Duration.ZERO));
            }
        });
    }

    /** Says who knows what listens on the instances; until then nothing does. To be called once. */
    public void backends(Backends listening) {
        this.backends = listening;
    }

    @Override
    public ServiceId id() {
        return ServiceId.CLASSIC_ELB;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Makes a load balancer without an API call. */
    public void create(ClassicSpec spec) {
        add(spec, List.of(listener(spec.instancePort())));
    }

    /** The load balancer of this name for ECS and Auto Scaling. */
    public Optional<Registrar> byName(String name) {
        return Optional.ofNullable(byName.get(name)).map(lb -> new PoolRegistrar(lb.pool(), port -> 0));
    }

    /** The load balancer of this name for its traffic. */
    public Optional<LoadBalancer> loadBalancer(String name) {
        return Optional.ofNullable(byName.get(name)).map(ClassicLoadBalancer::pool);
    }

    private CreateLoadBalancerResponse create(CreateLoadBalancerRequest request) {
        String name = Validation.required(request.loadBalancerName(), "loadBalancerName");
        List<Listener> listeners = Validation.requiredList(request.listeners(), "listeners");
        if (byName.containsKey(name)) {
            throw AwsError.sender(
                    "DuplicateLoadBalancerName",
                    "Load balancer " + name + " already exists and it is configured with different parameters.");
        }
        ClassicSpec spec = new ClassicSpec(
                name,
                Validation.required(listeners.get(0).instancePort(), "listeners.1.member.instancePort"),
                Optional.empty(),
                HealthCheckSettings.classic(),
                request.availabilityZones());
        return CreateLoadBalancerResponse.builder()
                .dnsName(add(spec, listeners).dnsName())
                .build();
    }

    private ClassicLoadBalancer add(ClassicSpec spec, List<Listener> listeners) {
        ClassicLoadBalancer made = new ClassicLoadBalancer(around, spec, listeners);
        byName.put(spec.name(), made);
        return made;
    }

    private DeleteLoadBalancerResponse delete(DeleteLoadBalancerRequest request) {
        byName.remove(Validation.required(request.loadBalancerName(), "loadBalancerName"));
        return DeleteLoadBalancerResponse.builder().build();
    }

    private DescribeLoadBalancersResponse describe(DescribeLoadBalancersRequest request) {
        int size = Validation.between(request.pageSize(), 1, 400, "pageSize").orElse(400);
        List<ClassicLoadBalancer> chosen = !request.loadBalancerNames().isEmpty()
                ? request.loadBalancerNames().stream().map(this::existing).toList()
                : List.copyOf(byName.values());
        Page<ClassicLoadBalancer> page = Page.of(
                        chosen, ClassicLoadBalancer::name, new Page.Wanted(size, request.marker()))
                .orElseThrow(() -> Validation.error("Invalid marker"));
        return DescribeLoadBalancersResponse.builder()
                .loadBalancerDescriptions(page.items().stream()
                        .map(lb -> lb.description(instances.listed(lb)))
                        .toList())
                .nextMarker(page.next().orElse(null))
                .build();
    }

    private ClassicLoadBalancer existing(@Nullable String name) {
        ClassicLoadBalancer found = byName.get(Validation.required(name, "loadBalancerName"));
        if (found == null) {
            throw AwsError.sender("LoadBalancerNotFound", "There is no ACTIVE Load Balancer named '" + name + "'");
        }
        return found;
    }

    private static Listener listener(int instancePort) {
        return Listener.builder()
                .protocol("HTTP")
                .loadBalancerPort(80)
                .instanceProtocol("HTTP")
                .instancePort(instancePort)
                .build();
    }
}
