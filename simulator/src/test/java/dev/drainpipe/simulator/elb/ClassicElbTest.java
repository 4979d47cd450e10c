package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.model.DeregisterInstancesFromLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancing.model.DescribeInstanceHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancing.model.InstanceState;

class ClassicElbTest extends ClassicRig {
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
