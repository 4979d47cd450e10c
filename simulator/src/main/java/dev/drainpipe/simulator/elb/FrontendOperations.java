package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteListenerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DeleteLoadBalancerResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeListenersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeLoadBalancersResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeRulesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;

/**
 * Load balancers and listeners of the second generation, as far as target groups need them to be in use.
 *
 * <p>Facts from the Elastic Load Balancing API reference, version 2015-12-01, one page for each.
 */
final class FrontendOperations {
    private final Frontends frontends;
    private final TargetGroups groups;

    FrontendOperations(Frontends frontends, TargetGroups groups) {
        this.frontends = frontends;
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateLoadBalancerRequest.class, this::createLoadBalancer)
                .on(DeleteLoadBalancerRequest.class, this::deleteLoadBalancer)
                .on(DescribeLoadBalancersRequest.class, this::describeLoadBalancers)
                .on(CreateListenerRequest.class, this::createListener)
                .on(DeleteListenerRequest.class, this::deleteListener)
                .on(DescribeListenersRequest.class, this::describeListeners)
                .on(DescribeRulesRequest.class, this::describeRules);
    }

    private CreateLoadBalancerResponse createLoadBalancer(CreateLoadBalancerRequest request) {
        String name = Validation.required(request.name(), "name");
        if (frontends.loadBalancers().stream()
                .anyMatch(lb -> lb.loadBalancerName().equals(name))) {
            throw AwsError.sender(
                    "DuplicateLoadBalancerName",
                    "A load balancer with the same name '" + name + "' exists, but with different settings");
        }
        LoadBalancerTypeEnum type = Optional.ofNullable(request.type()).orElse(LoadBalancerTypeEnum.APPLICATION);
        return CreateLoadBalancerResponse.builder()
                .loadBalancers(frontends.createLoadBalancer(name, type))
                .build();
    }

    private DeleteLoadBalancerResponse deleteLoadBalancer(DeleteLoadBalancerRequest request) {
        frontends.deleteLoadBalancer(Validation.required(request.loadBalancerArn(), "loadBalancerArn"));
        groups.frontendsChanged();
        return DeleteLoadBalancerResponse.builder().build();
    }

    private DescribeLoadBalancersResponse describeLoadBalancers(DescribeLoadBalancersRequest request) {
        int size = Validation.between(request.pageSize(), 1, 400, "pageSize").orElse(400);
        List<LoadBalancer> chosen = frontends.loadBalancers().stream()
                .filter(lb -> wanted(request.loadBalancerArns(), lb.loadBalancerArn()))
                .filter(lb -> wanted(request.names(), lb.loadBalancerName()))
                .toList();
        if (chosen.size()
                < Math.max(request.loadBalancerArns().size(), request.names().size())) {
            throw noLoadBalancer();
        }
        Page<LoadBalancer> page = page(chosen, LoadBalancer::loadBalancerArn, new Page.Wanted(size, request.marker()));
        return DescribeLoadBalancersResponse.builder()
                .loadBalancers(page.items())
                .nextMarker(page.next().orElse(null))
                .build();
    }

    private CreateListenerResponse createListener(CreateListenerRequest request) {
        String arn = Validation.required(request.loadBalancerArn(), "loadBalancerArn");
        if (frontends.loadBalancers().stream()
                .noneMatch(lb -> lb.loadBalancerArn().equals(arn))) {
            throw noLoadBalancer();
        }
        List<Action> actions = Validation.requiredList(request.defaultActions(), "defaultActions");
        actions.stream().flatMap(Frontends::targetGroups).forEach(groups::existing);
        int port = Validation.required(request.port(), "port");
        Listener made = frontends.createListener(arn, port, actions);
        groups.frontendsChanged();
        return CreateListenerResponse.builder().listeners(made).build();
    }

    private DeleteListenerResponse deleteListener(DeleteListenerRequest request) {
        if (!frontends.deleteListener(Validation.required(request.listenerArn(), "listenerArn"))) {
            throw noListener();
        }
        groups.frontendsChanged();
        return DeleteListenerResponse.builder().build();
    }

    private DescribeListenersResponse describeListeners(DescribeListenersRequest request) {
        int size = Validation.between(request.pageSize(), 1, 400, "pageSize").orElse(400);
        if (request.listenerArns().isEmpty()) {
            Validation.required(request.loadBalancerArn(), "loadBalancerArn");
        }
        List<Listener> chosen = frontends.listeners().stream()
                .filter(l -> wanted(request.listenerArns(), l.listenerArn()))
                .filter(l ->
                        request.loadBalancerArn() == null || l.loadBalancerArn().equals(request.loadBalancerArn()))
                .toList();
        if (chosen.size() < request.listenerArns().size()) {
            throw noListener();
        }
        Page<Listener> page = page(chosen, Listener::listenerArn, new Page.Wanted(size, request.marker()));
        return DescribeListenersResponse.builder()
                .listeners(page.items())
                .nextMarker(page.next().orElse(null))
                .build();
    }

    private DescribeRulesResponse describeRules(DescribeRulesRequest request) {
        String arn = Validation.required(request.listenerArn(), "listenerArn");
        Listener listener = frontends.listeners().stream()
                .filter(l -> l.listenerArn().equals(arn))
                .findFirst()
                .orElseThrow(FrontendOperations::noListener);
        return DescribeRulesResponse.builder()
                .rules(Rule.builder()
                        .ruleArn(arn.replace(":listener/", ":listener-rule/") + "/default")
                        .priority("default")
                        .isDefault(true)
                        .actions(listener.defaultActions())
                        .build())
                .build();
    }

    private static <T> Page<T> page(List<T> all, Function<T, String> key, Page.Wanted wanted) {
        return Page.of(all, key, wanted).orElseThrow(() -> Validation.error("Invalid marker"));
    }

    private static boolean wanted(List<String> names, String name) {
        return names.isEmpty() || names.contains(name);
    }

    private static AwsError noLoadBalancer() {
        return AwsError.sender("LoadBalancerNotFound", "One or more load balancers not found");
    }

    private static AwsError noListener() {
        return AwsError.sender("ListenerNotFound", "One or more listeners not found");
    }
}
