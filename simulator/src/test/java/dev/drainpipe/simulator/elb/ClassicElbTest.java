package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.elb.ClassicElbBehaviour.DrainingListed;
import dev.drainpipe.simulator.query.Calls;
import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.RegisterInstancesWithLoadBalancerRequest;

class ClassicElbTest {
    private static final String GONE = "Instance is not currently registered with the LoadBalancer.";

    private final Instances instances = new Instances().running(A, B);
    private final ScriptedFlight flight = new ScriptedFlight();
    private final ClassicElb elb = new ClassicElb(instances.world(), flight);
    private final Calls calls = new Calls(elb);

    ClassicElbTest() {
        elb.backends(instances::listens);
        instances.listen(A, 8080);
        instances.listen(B, 8080);
        elb.create(ClassicSpec.of("web", 8080));
    }

    private static List<Instance> ids(String... ids) {
        return Stream.of(ids)
                .map(id -> Instance.builder().instanceId(id).build())
                .toList();
    }

    private static RegisterInstancesWithLoadBalancerRequest registering(String... ids) {
        return RegisterInstancesWithLoadBalancerRequest.builder()
                .loadBalancerName("web")
                .instances(ids(ids))
                .build();
    }

    private static DeregisterInstancesFromLoadBalancerRequest deregistering(String... ids) {
        return DeregisterInstancesFromLoadBalancerRequest.builder()
                .loadBalancerName("web")
                .instances(ids(ids))
                .build();
    }

    private void bothInService() {
        calls.send(registering(A, B));
        instances.world().run(Duration.ofSeconds(30));
    }

    private List<InstanceState> health(String... ids) {
        return calls.ask(
                        DescribeInstanceHealthRequest.builder()
                                .loadBalancerName("web")
                                .instances(ids(ids))
                                .build(),
                        DescribeInstanceHealthResponse.class)
                .instanceStates();
    }

    private LoadBalancerDescription description() {
        return calls.ask(DescribeLoadBalancersRequest.builder().build(), DescribeLoadBalancersResponse.class)
                .loadBalancerDescriptions()
                .get(0);
    }

    @Test
    void aNewInstanceIsOutOfServiceUntilItsFirstCheckPasses() {
        calls.send(registering(A));
        InstanceState before = health(A).get(0);
        instances.world().run(Duration.ofSeconds(30));
        InstanceState after = health(A).get(0);

        assertThat(before.state()).isEqualTo("OutOfService");
        assertThat(before.reasonCode()).isEqualTo("ELB");
        assertThat(after.state()).isEqualTo("InService");
        assertThat(after.description()).isEqualTo("N/A");
    }

    @Test
    void twoFailedChecksTakeAnInstanceOutOfService() {
        bothInService();
        instances.deafen(A, 8080);

        instances.world().run(Duration.ofSeconds(30));
        InstanceState once = health(A).get(0);
        instances.world().run(Duration.ofSeconds(30));
        InstanceState twice = health(A).get(0);

        assertThat(once.state()).isEqualTo("InService");
        assertThat(twice.state()).isEqualTo("OutOfService");
        assertThat(twice.reasonCode()).isEqualTo("Instance");
        assertThat(elb.loadBalancer("web").orElseThrow().taking()).containsExactly(new Target(B, 8080));
    }

    @Test
    void tenPassedChecksBringAnUnhealthyInstanceBack() {
        bothInService();
        instances.deafen(A, 8080);
        instances.world().run(Duration.ofMinutes(1));
        instances.listen(A, 8080);

        instances.world().run(Duration.ofSeconds(270));
        InstanceState nine = health(A).get(0);
        instances.world().run(Duration.ofSeconds(30));
        InstanceState ten = health(A).get(0);

        assertThat(nine.state()).isEqualTo("OutOfService");
        assertThat(ten.state()).isEqualTo("InService");
    }

    @Test
    void aDrainingInstanceIsStillInServiceButTakesNothing() {
        bothInService();
        flight.requests = 1;

        calls.send(deregistering(A));
        instances.world().run(Duration.ofSeconds(299));

        InstanceState state = health(A).get(0);
        assertThat(state.state()).isEqualTo("InService");
        assertThat(state.reasonCode()).isEqualTo("N/A");
        assertThat(state.description()).isEqualTo("Instance deregistration currently in progress.");
        assertThat(elb.loadBalancer("web").orElseThrow().taking()).containsExactly(new Target(B, 8080));
    }

    @Test
    void drainingCutsWhatIsLeftAtItsTimeOut() {
        bothInService();
        flight.requests = 1;

        calls.send(deregistering(A));
        instances.world().run(Duration.ofMinutes(5));

        assertThat(flight.cut).containsExactly(A + ":8080");
        assertThat(health(A).get(0).description()).isEqualTo(GONE);
        assertThat(instances.registrations(A)).containsExactly("registered 0", "draining 30", "out 330");
    }

    @Test
    void drainingEndsEarlyWhenNothingIsInFlight() {
        bothInService();
        flight.requests = 1;
        calls.send(deregistering(A));
        instances.world().run(Duration.ofSeconds(10));

        flight.requests = 0;
        instances.world().run(Duration.ofSeconds(1));

        assertThat(health(A).get(0).state()).isEqualTo("OutOfService");
        assertThat(health(A).get(0).description()).isEqualTo(GONE);
    }

    @Test
    void withoutDrainingDeregistrationCutsAtOnce() {
        elb.create(ClassicSpec.of("web", 8080).draining(Duration.ZERO));
        bothInService();
        flight.requests = 1;

        calls.send(deregistering(A));

        assertThat(flight.cut).containsExactly(A + ":8080");
        assertThat(health(A).get(0).description()).isEqualTo(GONE);
    }

    @Test
    void deregisteringTwiceSucceeds() {
        bothInService();
        calls.send(deregistering(A));
        instances.world().run(Duration.ofMinutes(10));

        DeregisterInstancesFromLoadBalancerResponse answer =
                calls.ask(deregistering(A), DeregisterInstancesFromLoadBalancerResponse.class);

        assertThat(answer.instances()).isEqualTo(ids(B));
    }

    @Test
    void oneInstanceThatItNeverHadFailsTheWholeCall() {
        calls.send(registering(A));

        AwsError error = calls.refused(deregistering(A, B));

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo("InvalidInstance");
        assertThat(error.text()).isEqualTo("Could not find EC2 instance " + B);
        assertThat(description().instances()).isEqualTo(ids(A));
    }

    @Test
    void anInstanceThatDoesNotRunCannotBeRegistered() {
        AwsError error = calls.refused(registering("i-0123456789abcdef0"));

        assertThat(error.code()).isEqualTo("InvalidInstance");
        assertThat(error.text()).isEqualTo("Could not find EC2 instance i-0123456789abcdef0");
    }

    @Test
    void anUnknownLoadBalancerIsAnError() {
        AwsError error = calls.refused(DescribeInstanceHealthRequest.builder()
                .loadBalancerName("other")
                .build());

        assertThat(error.code()).isEqualTo("LoadBalancerNotFound");
        assertThat(error.text()).isEqualTo("There is no ACTIVE Load Balancer named 'other'");
    }

    @Test
    void anEndedInstanceIsLeftOutWhoeverAsks() {
        bothInService();

        instances.world().ec2().terminate(A);

        assertThat(health(A)).isEmpty();
        assertThat(health()).extracting(InstanceState::instanceId).containsExactly(B);
        assertThat(description().instances()).isEqualTo(ids(B));
        calls.send(deregistering(A));
    }

    @Test
    void anInstanceRegisteredAgainWhileDrainingStays() {
        bothInService();
        flight.requests = 1;
        calls.send(deregistering(A));

        calls.send(registering(A));
        instances.world().run(Duration.ofMinutes(10));

        assertThat(health(A).get(0).description()).isEqualTo("N/A");
        assertThat(flight.cut).isEmpty();
    }

    @Test
    void aDrainingInstanceIsListedWhereTheSwitchSays() {
        assertThat(listings(DrainingListed.NOWHERE)).containsExactly(1, 1);
        assertThat(listings(DrainingListed.IN_HEALTH)).containsExactly(1, 2);
        assertThat(listings(DrainingListed.EVERYWHERE)).containsExactly(2, 2);
    }

    private static List<Integer> listings(DrainingListed listed) {
        Instances two = new Instances().running(A, B);
        ScriptedFlight busy = new ScriptedFlight();
        busy.requests = 1;
        ClassicElb elb = new ClassicElb(two.world(), busy, new ClassicElbBehaviour(listed));
        elb.create(ClassicSpec.of("web", 8080));
        Calls calls = new Calls(elb);
        calls.send(registering(A, B));
        calls.send(deregistering(A));
        return List.of(
                calls.ask(DescribeLoadBalancersRequest.builder().build(), DescribeLoadBalancersResponse.class)
                        .loadBalancerDescriptions()
                        .get(0)
                        .instances()
                        .size(),
                calls.ask(
                                DescribeInstanceHealthRequest.builder()
                                        .loadBalancerName("web")
                                        .build(),
                                DescribeInstanceHealthResponse.class)
                        .instanceStates()
                        .size());
    }

    @Test
    void aRegistrarKnowsNoPorts() {
        Registrar registrar = elb.byName("web").orElseThrow();
        registrar.register(A, 31000);
        boolean healthyBefore = registrar.healthy(A, 0);
        instances.world().run(Duration.ofSeconds(30));
        boolean healthyAfter = registrar.healthy(A, 32000);
        registrar.deregister(A, 33000);

        assertThat(healthyBefore).isFalse();
        assertThat(healthyAfter).isTrue();
        assertThat(registrar.registered(A, 0)).isFalse();
        assertThat(registrar.out(A, 0)).isFalse();
        instances.world().run(Duration.ofSeconds(1));
        assertThat(registrar.out(A, 0)).isTrue();
    }
}
