package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.elb.ClassicElbBehaviour.DrainingListed;
import dev.drainpipe.simulator.query.Calls;
import dev.drainpipe.simulator.traffic.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;

class ClassicDrainingTest extends ClassicRig {
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
}
