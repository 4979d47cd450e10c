package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;

import dev.drainpipe.simulator.query.Calls;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.RegisterInstancesWithLoadBalancerRequest;

/** Two running instances that listen, a Classic load balancer, and what is asked of it. */
abstract class ClassicRig {
    static final String GONE = "Instance is not currently registered with the LoadBalancer.";

    final Instances instances = new Instances().running(A, B);
    final ScriptedFlight flight = new ScriptedFlight();
    final ClassicElb elb = new ClassicElb(instances.world(), flight);
    final Calls calls = new Calls(elb);

    ClassicRig() {
        elb.backends(instances::listens);
        instances.listen(A, 8080);
        instances.listen(B, 8080);
        elb.create(ClassicSpec.of("web", 8080));
    }

    static List<Instance> ids(String... ids) {
        return Stream.of(ids)
                .map(id -> Instance.builder().instanceId(id).build())
                .toList();
    }

    static RegisterInstancesWithLoadBalancerRequest registering(String... ids) {
        return RegisterInstancesWithLoadBalancerRequest.builder()
                .loadBalancerName("web")
                .instances(ids(ids))
                .build();
    }

    static DeregisterInstancesFromLoadBalancerRequest deregistering(String... ids) {
        return DeregisterInstancesFromLoadBalancerRequest.builder()
                .loadBalancerName("web")
                .instances(ids(ids))
                .build();
    }

    void bothInService() {
        calls.send(registering(A, B));
        instances.world().run(Duration.ofSeconds(30));
    }

    List<InstanceState> health(String... ids) {
        return calls.ask(
                        DescribeInstanceHealthRequest.builder()
                                .loadBalancerName("web")
                                .instances(ids(ids))
                                .build(),
                        DescribeInstanceHealthResponse.class)
                .instanceStates();
    }

    LoadBalancerDescription description() {
        return calls.ask(DescribeLoadBalancersRequest.builder().build(), DescribeLoadBalancersResponse.class)
                .loadBalancerDescriptions()
                .get(0);
    }
}
