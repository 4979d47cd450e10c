package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.query.Calls;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupsResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RegisterTargetsRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

class ElbV2SettingsTest {
    private static final String DELAY = "deregistration_delay.timeout_seconds";

    private final Instances instances = new Instances().running(A);
    private final ElbV2 elb = new ElbV2(instances.world(), new ScriptedFlight());
    private final Calls calls = new Calls(elb);

    private TargetGroup createGroup(String name) {
        return calls.ask(
                        CreateTargetGroupRequest.builder()
                                .name(name)
                                .port(80)
                                .protocol("HTTP")
                                .build(),
                        CreateTargetGroupResponse.class)
                .targetGroups()
                .get(0);
    }

    private Listener listen(String targetGroupArn) {
        LoadBalancer made = calls.ask(
                        CreateLoadBalancerRequest.builder().name("front").build(), CreateLoadBalancerResponse.class)
                .loadBalancers()
                .get(0);
        return calls.ask(
                        CreateListenerRequest.builder()
                                .loadBalancerArn(made.loadBalancerArn())
                                .port(80)
                                .protocol("HTTP")
                                .defaultActions(Action.builder()
                                        .type("forward")
                                        .targetGroupArn(targetGroupArn)
                                        .build())
                                .build(),
                        CreateListenerResponse.class)
                .listeners()
                .get(0);
    }

    private TargetHealth healthOfA(String targetGroupArn) {
        return calls.ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(targetGroupArn)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .get(0)
                .targetHealth();
    }

    private String delay(String targetGroupArn) {
        return calls
                .ask(
                        DescribeTargetGroupAttributesRequest.builder()
                                .targetGroupArn(targetGroupArn)
                                .build(),
                        DescribeTargetGroupAttributesResponse.class)
                .attributes()
                .stream()
                .filter(a -> a.key().equals(DELAY))
                .map(TargetGroupAttribute::value)
                .findFirst()
                .orElseThrow();
    }

    private static ModifyTargetGroupAttributesRequest setting(String targetGroupArn, String key, String value) {
        return ModifyTargetGroupAttributesRequest.builder()
                .targetGroupArn(targetGroupArn)
                .attributes(TargetGroupAttribute.builder().key(key).value(value).build())
                .build();
    }

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

    @Test
    void theDelayIs300SecondsUnlessSetFrom0To3600() {
        String arn = createGroup("web").targetGroupArn();
        String usual = delay(arn);

        calls.send(setting(arn, DELAY, "0"));
        calls.send(setting(arn, DELAY, "3600"));
        assertThat(calls.refused(setting(arn, DELAY, "3601")).status()).isEqualTo(400);
        assertThat(calls.refused(setting(arn, DELAY, "-1")).status()).isEqualTo(400);

        assertThat(usual).isEqualTo("300");
        assertThat(delay(arn)).isEqualTo("3600");
    }

    @Test
    void anUnknownAttributeIsRefused() {
        String arn = createGroup("web").targetGroupArn();

        assertThat(calls.refused(setting(arn, "deregistration_delay", "1")).text())
                .contains("'deregistration_delay'");
    }

    @Test
    void listsEveryGroupPageByPage() {
        for (int i = 0; i < 450; i++) {
            createGroup("tg-" + i);
        }

        DescribeTargetGroupsResponse first =
                calls.ask(DescribeTargetGroupsRequest.builder().build(), DescribeTargetGroupsResponse.class);
        DescribeTargetGroupsResponse second = calls.ask(
                DescribeTargetGroupsRequest.builder().marker(first.nextMarker()).build(),
                DescribeTargetGroupsResponse.class);

        assertThat(first.targetGroups()).hasSize(400);
        assertThat(second.targetGroups()).hasSize(50).doesNotContainAnyElementsOf(first.targetGroups());
        assertThat(second.nextMarker()).isNull();
    }

    @Test
    void anUnknownGroupNameIsAnError() {
        assertThat(calls.refused(DescribeTargetGroupsRequest.builder()
                                .names("web")
                                .build())
                        .code())
                .isEqualTo("TargetGroupNotFound");
    }
}
