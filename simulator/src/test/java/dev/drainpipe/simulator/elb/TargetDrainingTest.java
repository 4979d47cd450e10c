package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.query.Calls;
import dev.drainpipe.simulator.traffic.Target;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;

class TargetDrainingTest extends TargetGroupRig {
    @Test
    void anIdleTargetIsShownAsDrainingForTheWholeDelay() {
        register(31000);
        instances.world().run(Duration.ofSeconds(30));

        deregister(31000);
        instances.world().run(Duration.ofSeconds(299));
        List<String> atTheEnd = health(target(A, 31000));
        instances.world().run(Duration.ofSeconds(1));

        assertThat(atTheEnd)
                .containsExactly("31000 draining Target.DeregistrationInProgress Target deregistration is in progress");
        assertThat(health()).isEmpty();
        assertThat(health(target(A, 31000)))
                .containsExactly("31000 unused Target.NotRegistered Target is not registered to the target group");
    }

    @Test
    void whatIsInFlightWhenTheDelayEndsIsCut() {
        register(31000);
        instances.world().run(Duration.ofSeconds(30));
        flight.requests = 1;

        deregister(31000);
        instances.world().run(Duration.ofSeconds(299));
        List<String> early = List.copyOf(flight.cut);
        instances.world().run(Duration.ofSeconds(1));

        assertThat(early).isEmpty();
        assertThat(flight.cut).containsExactly(A + ":31000");
    }

    @Test
    void theSwitchLeavesWhatIsInFlightAlone() {
        ElbV2 lenient = new ElbV2(instances.world(), flight, new ElbV2Behaviour(false, Duration.ZERO));
        String arn = lenient.create(TargetGroupSpec.of("lenient", 80).delay(Duration.ofSeconds(10)));
        Registrar registrar = lenient.byName(arn).orElseThrow();
        registrar.register(A, 31000);

        registrar.deregister(A, 31000);
        instances.world().run(Duration.ofSeconds(10));

        assertThat(registrar.out(A, 31000)).isTrue();
        assertThat(flight.cut).isEmpty();
    }

    @Test
    void theSwitchForgetsAnEndedTargetAtOnce() {
        ElbV2 forgetful = new ElbV2(instances.world(), flight, new ElbV2Behaviour(true, Duration.ZERO));
        String arn = forgetful.create(TargetGroupSpec.of("forgetful", 80));
        forgetful.byName(arn).orElseThrow().register(A, 31000);

        instances.world().ec2().terminate(A);
        instances.world().run(Duration.ofSeconds(1));

        assertThat(new Calls(forgetful)
                        .ask(
                                DescribeTargetHealthRequest.builder()
                                        .targetGroupArn(arn)
                                        .build(),
                                DescribeTargetHealthResponse.class)
                        .targetHealthDescriptions())
                .isEmpty();
    }

    @Test
    void eachPortOfAnInstanceDrainsByItself() {
        register(31000, 31001);
        instances.world().run(Duration.ofSeconds(30));

        deregister(31000);

        assertThat(health())
                .containsExactly(
                        "31000 draining Target.DeregistrationInProgress Target deregistration is in progress",
                        "31001 healthy null null");
        assertThat(elb.loadBalancer(group).orElseThrow().taking()).containsExactly(new Target(A, 31001));
    }

    @Test
    void aTargetWhoseInstanceEndedIsUnusedForAWhile() {
        register(31000);
        instances.world().run(Duration.ofSeconds(30));

        instances.world().ec2().terminate(A);
        List<String> ended = health();
        instances.world().run(Duration.ofMinutes(5));

        assertThat(ended)
                .containsExactly("31000 unused Target.InvalidState Target is in the stopped or terminated state");
        assertThat(health()).isEmpty();
        assertThat(elb.byName(group).orElseThrow().out(A, 31000)).isTrue();
        assertThat(instances.registrations(A)).containsExactly("registered 0", "out 30");
    }

    @Test
    void anEndedTargetIsOutForThoseWhoWaitForIt() {
        register(31000);
        deregister(31000);

        instances.world().ec2().terminate(A);

        assertThat(elb.byName(group).orElseThrow().out(A, 31000)).isTrue();
    }

    @Test
    void aTargetRegisteredAgainWhileDrainingStays() {
        register(31000);
        instances.world().run(Duration.ofSeconds(30));
        deregister(31000);
        instances.world().run(Duration.ofSeconds(100));

        register(31000);
        instances.world().run(Duration.ofMinutes(10));

        assertThat(health()).containsExactly("31000 healthy null null");
    }

    @Test
    void aDelayOfZeroLetsGoAtOnce() {
        String quick = elb.create(TargetGroupSpec.of("quick", 80).delay(Duration.ZERO));
        Registrar registrar = elb.byName(quick).orElseThrow();
        registrar.register(A, 31000);

        registrar.deregister(A, 31000);

        assertThat(registrar.out(A, 31000)).isTrue();
        assertThat(flight.cut).containsExactly(A + ":31000");
    }

    @Test
    void anInstanceThatEndsWhileDrainingIsToldToBeOutOnce() {
        register(31000);
        deregister(31000);
        instances.world().ec2().terminate(A);

        instances.world().run(Duration.ofMinutes(10));

        assertThat(instances.registrations(A)).containsExactly("registered 0", "draining 0", "out 0");
        assertThat(health()).isEmpty();
    }
}
