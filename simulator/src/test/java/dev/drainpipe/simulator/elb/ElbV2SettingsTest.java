package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

class ElbV2SettingsTest extends FrontendRig {
    @Test
    void aGroupBehindNoListenerIsNotInUse() {
        String arn = createGroup("web").targetGroupArn();
        calls.send(RegisterTargetsRequest.builder()
                .targetGroupArn(arn)
                .targets(TargetDescription.builder().id(A).build())
                .build());
        instances.world().run(Duration.ofMinutes(5));

        assertThat(healthOfA(arn).stateAsString()).isEqualTo("unused");
        assertThat(healthOfA(arn).reasonAsString()).isEqualTo("Target.NotInUse");
    }

    @Test
    void aListenerPutsAGroupToUseAndItsEndOutOfUse() {
        elb.backends((id, port) -> true);
        String arn = createGroup("web").targetGroupArn();
        calls.send(RegisterTargetsRequest.builder()
                .targetGroupArn(arn)
                .targets(TargetDescription.builder().id(A).build())
                .build());

        Listener listener = listen(arn);
        instances.world().run(Duration.ofMinutes(1));
        String behindListener = healthOfA(arn).stateAsString();
        calls.send(DeleteListenerRequest.builder()
                .listenerArn(listener.listenerArn())
                .build());

        assertThat(behindListener).isEqualTo("healthy");
        assertThat(healthOfA(arn).reasonAsString()).isEqualTo("Target.NotInUse");
    }

    @Test
    void aGroupBehindAListenerCannotBeDeleted() {
        String arn = createGroup("web").targetGroupArn();
        Listener listener = listen(arn);
        DeleteTargetGroupRequest deleting =
                DeleteTargetGroupRequest.builder().targetGroupArn(arn).build();

        assertThat(calls.refused(deleting).code()).isEqualTo("ResourceInUse");
        calls.send(DeleteListenerRequest.builder()
                .listenerArn(listener.listenerArn())
                .build());
        calls.send(deleting);

        assertThat(elb.byName(arn)).isEmpty();
    }

    @Test
    void loadBalancersAndListenersLeadToTheGroup() {
        String arn = createGroup("web").targetGroupArn();
        Listener made = listen(arn);
        String front = calls.ask(
                        DescribeLoadBalancersRequest.builder().names("front").build(),
                        DescribeLoadBalancersResponse.class)
                .loadBalancers()
                .get(0)
                .loadBalancerArn();

        assertThat(calls.ask(
                                DescribeListenersRequest.builder()
                                        .loadBalancerArn(front)
                                        .build(),
                                DescribeListenersResponse.class)
                        .listeners())
                .containsExactly(made);
        assertThat(calls.ask(
                                DescribeTargetGroupsRequest.builder()
                                        .loadBalancerArn(front)
                                        .build(),
                                DescribeTargetGroupsResponse.class)
                        .targetGroups())
                .extracting(TargetGroup::targetGroupArn)
                .containsExactly(arn);
    }

    @Test
    void theOnlyRuleOfAListenerForwardsToTheGroup() {
        String arn = createGroup("web").targetGroupArn();
        Listener listener = listen(arn);

        DescribeRulesResponse answer = calls.ask(
                DescribeRulesRequest.builder()
                        .listenerArn(listener.listenerArn())
                        .build(),
                DescribeRulesResponse.class);

        assertThat(answer.rules()).singleElement().satisfies(r -> {
            assertThat(r.isDefault()).isTrue();
            assertThat(r.actions().get(0).targetGroupArn()).isEqualTo(arn);
        });
    }
}
