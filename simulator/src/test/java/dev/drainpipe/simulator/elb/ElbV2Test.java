package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static dev.drainpipe.simulator.elb.Instances.B;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeregisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;

class ElbV2Test extends TargetGroupRig {
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
    void aRegistrarTakesPort0ForTheGroupsOwn() {
        Registrar registrar = elb.byName(group).orElseThrow();

        registrar.register(B, 0);

        assertThat(registrar.registered(B, 80)).isTrue();
        assertThat(registrar.registered(B, 81)).isFalse();
    }
}
