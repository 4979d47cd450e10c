package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/** The load balancers of the second generation with their listeners: what puts a target group to use. */
final class Frontends {
    private final World world;
    private final Dice dice;
    private final Map<String, LoadBalancer> loadBalancers = new TreeMap<>();
    private final Map<String, Listener> listeners = new TreeMap<>();

    Frontends(World world) {
        this.world = world;
        this.dice = world.dice().of("elbv2");
    }

    List<LoadBalancer> loadBalancers() {
        return List.copyOf(loadBalancers.values());
    }

    List<Listener> listeners() {
        return List.copyOf(listeners.values());
    }

    /** A load balancer of this type, active at once. */
    LoadBalancer createLoadBalancer(String name, LoadBalancerTypeEnum type) {
        Account account = world.account();
        String kind = type == LoadBalancerTypeEnum.NETWORK ? "net" : "app";
        String id = dice.hex(16);
        LoadBalancer made = LoadBalancer.builder()
                .loadBalancerName(name)
                .loadBalancerArn(account.arn("elasticloadbalancing", "loadbalancer/" + kind + "/" + name + "/" + id))
                .dnsName(name + "-" + id + "." + account.region() + ".elb.amazonaws.com")
                .type(type)
                .scheme("internet-facing")
                .createdTime(world.now())
                .state(s -> s.code(LoadBalancerStateEnum.ACTIVE))
                .build();
        loadBalancers.put(made.loadBalancerArn(), made);
        return made;
    }

    /** Deletes a load balancer with its listeners; nothing if it is gone. */
    void deleteLoadBalancer(String arn) {
        loadBalancers.remove(arn);
        listeners.values().removeIf(l -> l.loadBalancerArn().equals(arn));
    }

    /** A listener on this port, with these actions as its only rule. */
    Listener createListener(String loadBalancerArn, int port, List<Action> actions) {
        Listener made = Listener.builder()
                .listenerArn(loadBalancerArn.replace(":loadbalancer/", ":listener/") + "/" + dice.hex(16))
                .loadBalancerArn(loadBalancerArn)
                .port(port)
                .protocol("HTTP")
                .defaultActions(actions)
                .build();
        listeners.put(made.listenerArn(), made);
        return made;
    }

    /** Deletes a listener; false if there is none. */
    boolean deleteListener(String arn) {
        return listeners.remove(arn) != null;
    }

    /** The load balancers that send requests to this target group. */
    List<String> using(String targetGroupArn) {
        return listeners.values().stream()
                .filter(l -> l.defaultActions().stream()
                        .flatMap(Frontends::targetGroups)
                        .anyMatch(targetGroupArn::equals))
                .map(Listener::loadBalancerArn)
                .distinct()
                .toList();
    }

    /** The target groups that an action names, in either way of saying it. */
    static Stream<String> targetGroups(Action action) {
        Stream<String> weighted = action.forwardConfig() == null
                ? Stream.empty()
                : action.forwardConfig().targetGroups().stream().map(TargetGroupTuple::targetGroupArn);
        return Stream.concat(Stream.ofNullable(action.targetGroupArn()), weighted);
    }
}
