package dev.drainpipe.verification.scenario;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An ordinary, safe account, in which a scenario spoils one thing before it begins: a cluster {@code c}, a group
 * {@code g} with the template's hook, four instances, a service {@code s} of three tasks behind a Classic load balancer
 * {@code lb}, traffic, and the three functions.
 */
final class Ordinary {
    static final String CLUSTER = "c";
    static final String GROUP = "g";
    static final String SERVICE = "s";
    static final String LOAD_BALANCER = "lb";
    static final int PORT = 8080;

    int instances = 4;
    int tasks = 3;
    int slots = 4;
    Front front = Front.CLASSIC;
    Duration skew = Duration.ZERO;
    double requestsPerSecond = 4;
    UnaryOperator<AwsSettings> settings = UnaryOperator.identity();
    UnaryOperator<GroupSpec> group = UnaryOperator.identity();
    UnaryOperator<TaskSpec> task = UnaryOperator.identity();
    UnaryOperator<ServiceSpec> service = UnaryOperator.identity();
    final List<Consumer<SimulatedAws>> before = new ArrayList<>();
    final Map<String, String> parameters = new LinkedHashMap<>();
    final Map<String, String> environment = new LinkedHashMap<>();

    Ordinary() {
        parameters.put("ClusterName", CLUSTER);
        parameters.put("ServiceName", SERVICE);
        parameters.put("AutoScalingGroupName", GROUP);
        // The SDK's own retries would sleep in real time, and hide what a scenario wants to show.
        environment.put("AWS_MAX_ATTEMPTS", "1");
    }

    Ordinary instances(int number) {
        instances = number;
        return this;
    }

    /** How many tasks the service wants; the task scaler keeps as many instances free as there are then. */
    Ordinary tasks(int number) {
        tasks = number;
        return this;
    }

    /** How many tasks fit on an instance, where no static port says otherwise. */
    Ordinary slots(int number) {
        slots = number;
        return this;
    }

    Ordinary behind(Front loadBalancer) {
        front = loadBalancer;
        return this;
    }

    /** A parameter of template.yaml. */
    Ordinary with(String parameter, Object value) {
        parameters.put(parameter, String.valueOf(value));
        return this;
    }

    /** How long a drain may take, and what happens then. */
    Ordinary deadline(Duration time, String onDeadline) {
        return with("DrainTimeoutSeconds", time.toSeconds()).with("OnDeadline", onDeadline);
    }

    /** An environment variable of all three functions. */
    Ordinary environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** The functions' clocks are wrong by this much. */
    Ordinary skew(Duration wrong) {
        skew = wrong;
        return this;
    }

    /** No traffic, for scenarios in which hours pass or requests are not the point. */
    Ordinary quiet() {
        requestsPerSecond = 0;
        return this;
    }

    Ordinary settings(UnaryOperator<AwsSettings> change) {
        settings = change;
        return this;
    }

    Ordinary group(UnaryOperator<GroupSpec> change) {
        group = change;
        return this;
    }

    /** What a task of the service is like. */
    Ordinary task(UnaryOperator<TaskSpec> change) {
        task = change;
        return this;
    }

    Ordinary service(UnaryOperator<ServiceSpec> change) {
        service = change;
        return this;
    }

    /** Something in the account before the template is deployed. */
    Ordinary before(Consumer<SimulatedAws> change) {
        before.add(change);
        return this;
    }
}
