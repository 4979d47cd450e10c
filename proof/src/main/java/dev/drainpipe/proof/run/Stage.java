package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site;
import dev.drainpipe.proof.draw.Site.Front;
import dev.drainpipe.proof.draw.Site.FrontKind;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Site.Manner;
import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.Shutdown;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.HealthCheckSettings;
import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** Builds what a plan says stands in the account, and knows it by the plan's names. */
final class Stage {
    private static final HealthCheckSettings CHECKS = new HealthCheckSettings(Duration.ofSeconds(5), 2, 2);
    private static final int FIRST_PORT = 8000;

    private final Plan plan;
    private final SimulatedAws aws;
    private final Map<String, String> frontIds = new LinkedHashMap<>();

    Stage(Plan plan, SimulatedAws aws) {
        this.plan = plan;
        this.aws = aws;
    }

    void build() {
        Site site = plan.site();
        site.fronts().forEach(front -> frontIds.put(front.name(), create(front)));
        site.clusters().forEach(aws.ecs()::createCluster);
        for (Group group : site.groups()) {
            aws.autoScaling()
                    .create(GroupSpec.of(group.name(), group.instances()).cluster(group.cluster(), group.slots()));
        }
        site.services().forEach(service -> aws.ecs().createService(spec(service)));
    }

    /** The Classic load balancer's name or the target group's ARN. */
    String idOf(Front front) {
        return frontIds.getOrDefault(front.name(), front.name());
    }

    /** The same of all that hold instances without ECS, and are of a kind. */
    List<String> outside(FrontKind kind) {
        return plan.site().fronts().stream()
                .filter(front -> front.kind() == kind && front.outsideOf().isPresent())
                .map(this::idOf)
                .toList();
    }

    /** Puts the instances into the load balancers that ECS knows nothing of. */
    void registerInstances() {
        for (Front front : plan.site().fronts()) {
            front.outsideOf()
                    .ifPresent(group -> registrar(front)
                            .ifPresent(lb -> inService(group).forEach(id -> lb.register(id, port(front)))));
        }
    }

    Optional<Registrar> registrar(Front front) {
        return front.kind() == FrontKind.CLASSIC
                ? aws.classicElb().byName(idOf(front))
                : aws.elbV2().byName(idOf(front));
    }

    /** The instances of a group in service, in the order of their ids. */
    List<String> inService(String group) {
        return in(group, "InService");
    }

    /** The instances of a group in a lifecycle state. */
    List<String> in(String group, String state) {
        return aws.autoScaling().instances(group).stream()
                .filter(instance -> instance.lifecycleStateAsString().equals(state))
                .map(Instance::instanceId)
                .sorted()
                .toList();
    }

    /** The how-manieth instance of a group in a state, counting round. */
    Optional<String> pick(String group, String state, int place) {
        List<String> ids = in(group, state);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(place % ids.size()));
    }

    private String create(Front front) {
        if (front.kind() == FrontKind.CLASSIC) {
            aws.classicElb()
                    .create(ClassicSpec.of(front.name(), port(front))
                            .draining(front.draining())
                            .checks(CHECKS));
            return front.name();
        }
        return aws.elbV2()
                .create(TargetGroupSpec.of(front.name(), port(front))
                        .delay(front.draining())
                        .checks(CHECKS));
    }

    private int port(Front front) {
        return FIRST_PORT + plan.site().fronts().indexOf(front);
    }

    private ServiceSpec spec(Service service) {
        TaskSpec task = behaving(TaskSpec.of(service.name()).withStartup(Duration.ofSeconds(1)), service.manner());
        if (service.daemon()) {
            return ServiceSpec.daemon(service.cluster(), task.withSlots(0));
        }
        List<String> managed = new ArrayList<>();
        Optional<Front> front = front(service);
        if (front.isPresent()) {
            boolean dynamic = front.get().kind() == FrontKind.TARGET_GROUP
                    && front.get().outsideOf().isEmpty();
            task = dynamic ? task.withDynamicPort(port(front.get())) : task.withStaticPort(port(front.get()));
            if (front.get().outsideOf().isEmpty()) {
                managed.add(idOf(front.get()));
            }
        }
        return ServiceSpec.replica(service.cluster(), task, service.desired())
                .withPercents(service.minimumHealthy(), service.maximum())
                .withLoadBalancers(managed.toArray(String[]::new));
    }

    private Optional<Front> front(Service service) {
        return plan.site().fronts().stream()
                .filter(front -> service.front().filter(front.name()::equals).isPresent())
                .findFirst();
    }

    private static TaskSpec behaving(TaskSpec task, Manner manner) {
        Shutdown shutdown = task.shutdown();
        return switch (manner) {
            case PROMPT -> task;
            case SLOW ->
                task.withShutdown(shutdown.withTakes(Duration.ofSeconds(75)).withStopTimeout(Duration.ofSeconds(120)));
            case DEAF -> task.ignoringSigterm();
            case SICK -> task.withHealthCheck(TaskSpec.NEVER);
        };
    }
}
