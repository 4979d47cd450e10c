package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.query.Calls;
import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

class ElbV2Test {
    private final Instances instances = new Instances().running(A, B);
    private final ScriptedFlight flight = new ScriptedFlight();
    private final ElbV2 elb = new ElbV2(instances.world(), flight);
    private final Calls calls = new Calls(elb);
    private final String group;

    ElbV2Test() {
        elb.backends(instances::listens);
        instances.listen(A, 31000);
        instances.listen(A, 31001);
        group = elb.create(TargetGroupSpec.of("web", 80));
    }

    private static TargetDescription target(String id, int port) {
        return TargetDescription.builder().id(id).port(port).build();
    }

    private void register(int... ports) {
        calls.send(RegisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(IntStream.of(ports).mapToObj(p -> target(A, p)).toList())
                .build());
    }

    private void deregister(int port) {
        calls.send(DeregisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(target(A, port))
                .build());
    }

    private List<String> health(TargetDescription... targets) {
        return calls
                .ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(group)
                                .targets(targets)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .stream()
                .map(ElbV2Test::text)
                .toList();
    }

    private static String text(TargetHealthDescription d) {
        return "%d %s %s %s"
                .formatted(
                        d.target().port(),
                        d.targetHealth().stateAsString(),
                        d.targetHealth().reasonAsString(),
                        d.targetHealth().description());
    }

    @Test
    void aNewTargetNeedsOnePassedCheck() {
        register(31000);
        List<String> before = health();
        instances.world().run(Duration.ofSeconds(30));

        assertThat(before).containsExactly("31000 initial Elb.InitialHealthChecking Initial health checks in progress");
        assertThat(health()).containsExactly("31000 healthy null null");
    }

    @Test
    void aTargetWhereNothingListensIsUnhealthyAfterTwoChecks() {
        register(31002);

        instances.world().run(Duration.ofMinutes(1));

        assertThat(health()).containsExactly("31002 unhealthy Target.FailedHealthChecks Health checks failed");
    }

    @Test
    void anUnhealthyTargetNeedsFivePassedChecks() {
        register(31002);
        instances.world().run(Duration.ofMinutes(1));
        instances.listen(A, 31002);

        instances.world().run(Duration.ofMinutes(2));
        List<String> four = health();
        instances.world().run(Duration.ofSeconds(30));

        assertThat(four).containsExactly("31002 unhealthy Target.FailedHealthChecks Health checks failed");
        assertThat(health()).containsExactly("31002 healthy null null");
    }

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
    void deregisteringWithoutThePortOfATargetLeavesItIn() {
        register(31000);
        instances.world().run(Duration.ofSeconds(30));

        calls.send(DeregisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(TargetDescription.builder().id(A).build())
                .build());

        assertThat(health()).containsExactly("31000 healthy null null");
    }

    @Test
    void deregisteringWhatIsNotThereSucceeds() {
        deregister(31000);

        assertThat(health()).isEmpty();
    }

    @Test
    void anIdThatIsNoneIsRefused() {
        AwsError error = calls.refused(DeregisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(TargetDescription.builder().id("web-1").build())
                .build());

        assertThat(error.code()).isEqualTo("InvalidTarget");
        assertThat(error.status()).isEqualTo(400);
    }

    @Test
    void anInstanceThatDoesNotRunCannotBeRegistered() {
        AwsError error = calls.refused(RegisterTargetsRequest.builder()
                .targetGroupArn(group)
                .targets(TargetDescription.builder().id("i-0123456789abcdef0").build())
                .build());

        assertThat(error.code()).isEqualTo("InvalidTarget");
    }

    @Test
    void anUnknownGroupIsAnError() {
        AwsError error = calls.refused(DescribeTargetHealthRequest.builder()
                .targetGroupArn(group + "0")
                .build());

        assertThat(error.code()).isEqualTo("TargetGroupNotFound");
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
    void aRegistrarTakesPort0ForTheGroupsOwn() {
        Registrar registrar = elb.byName(group).orElseThrow();

        registrar.register(B, 0);

        assertThat(registrar.registered(B, 80)).isTrue();
        assertThat(registrar.registered(B, 81)).isFalse();
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
}
