package dev.drainpipe.simulator.elb;

import static dev.drainpipe.simulator.elb.Instances.A;

import dev.drainpipe.simulator.query.Calls;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateTargetGroupResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetHealthResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealth;

/** Target groups and load balancers made through the API, one instance, and what is asked of them. */
abstract class FrontendRig {
    static final String DELAY = "deregistration_delay.timeout_seconds";

    final Instances instances = new Instances().running(A);
    final ElbV2 elb = new ElbV2(instances.world(), new ScriptedFlight());
    final Calls calls = new Calls(elb);

    TargetGroup createGroup(String name) {
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

    Listener listen(String targetGroupArn) {
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

    TargetHealth healthOfA(String targetGroupArn) {
        return calls.ask(
                        DescribeTargetHealthRequest.builder()
                                .targetGroupArn(targetGroupArn)
                                .build(),
                        DescribeTargetHealthResponse.class)
                .targetHealthDescriptions()
                .get(0)
                .targetHealth();
    }

    String delay(String targetGroupArn) {
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

    static ModifyTargetGroupAttributesRequest setting(String targetGroupArn, String key, String value) {
        return ModifyTargetGroupAttributesRequest.builder()
                .targetGroupArn(targetGroupArn)
                .attributes(TargetGroupAttribute.builder().key(key).value(value).build())
                .build();
    }
}
