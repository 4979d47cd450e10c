package dev.drainpipe.verification.runtime;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.autoscaling.AutoScalingOptions;
import dev.drainpipe.simulator.autoscaling.AutoScalingTimings;
import dev.drainpipe.simulator.autoscaling.GroupSpec;
import dev.drainpipe.simulator.ecs.EcsTimings;
import dev.drainpipe.simulator.ecs.ServiceSpec;
import dev.drainpipe.simulator.ecs.TaskSpec;
import dev.drainpipe.simulator.elb.ClassicSpec;
import dev.drainpipe.simulator.elb.HealthCheckSettings;
import dev.drainpipe.simulator.traffic.TrafficSpec;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Three instances, a service {@code s} of two tasks behind the Classic load balancer {@code lb}, and traffic; everything
 * takes seconds where it takes minutes on AWS, because the clock is the real one.
 */
final class SmallFleet implements AutoCloseable {
    static final String GROUP = "web";
    private static final int PORT = 8080;

    final SimulatedAws aws;
    private final List<WorldEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> early = new CopyOnWriteArrayList<>();

    SmallFleet() {
        Instant past = Instant.now().minus(Duration.ofMinutes(10));
        this.aws = new SimulatedAws(fast(AwsSettings.of(past, 1)));
        aws.world().listen(events::add);
        aws.world().listen(this::noteEarlyCompletion);
        aws.ecs().createCluster("c");
        aws.classicElb()
                .create(ClassicSpec.of("lb", PORT)
                        .draining(Duration.ofSeconds(2))
                        .checks(new HealthCheckSettings(Duration.ofSeconds(1), 2, 2)));
        aws.autoScaling().create(GroupSpec.of(GROUP, 3).cluster("c", 4));
        TaskSpec task = TaskSpec.of("s").withStaticPort(PORT).withStartup(Duration.ofSeconds(1));
        aws.ecs().createService(ServiceSpec.replica("c", task, 2).withLoadBalancers("lb"));
        aws.world().run(Duration.ofMinutes(9));
        aws.traffic("lb", TrafficSpec.perSecond(20)).start();
        aws.world().run(Duration.ofSeconds(50));
    }

    private static AwsSettings fast(AwsSettings settings) {
        EcsTimings ecs = new EcsTimings(
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                Duration.ofHours(1));
        AutoScalingTimings autoScaling = new AutoScalingTimings(
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofMillis(200),
                Duration.ofMillis(200),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
        AutoScalingOptions options =
                new AutoScalingOptions(autoScaling, settings.autoScaling().behaviour());
        return new AwsSettings(
                settings.start(),
                settings.seed(),
                settings.account(),
                settings.latency(),
                settings.sqs(),
                settings.classicElb(),
                settings.elbV2(),
                ecs,
                settings.ecs(),
                options);
    }

    /** Lets the group give up one instance. */
    void scaleIn() {
        in(() -> {
            aws.autoScaling().setDesiredCapacity(GROUP, 2);
            return true;
        });
    }

    /** The results of the lifecycle actions that somebody completed. */
    List<String> completions() {
        return of(WorldEvent.LifecycleAction.class)
                .filter(action -> action.step() == ActionStep.COMPLETED)
                .map(action -> action.result().orElse(""))
                .toList();
    }

    /** Instances that were let go while a task was left on them. */
    List<String> letGoEarly() {
        return early;
    }

    List<WorldEvent.RequestDropped> droppedRequests() {
        return of(WorldEvent.RequestDropped.class).toList();
    }

    long servedRequests() {
        return of(WorldEvent.RequestServed.class).count();
    }

    int running() {
        return in(() -> aws.world().ec2().running().size());
    }

    int desiredTasks() {
        return in(() -> aws.ecs().service("c", "s").desiredCount());
    }

    <E extends WorldEvent> Stream<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Looks at, or touches, the account while its clock stands still. */
    <T> T in(Supplier<T> look) {
        return aws.world().exclusively(look);
    }

    private void noteEarlyCompletion(WorldEvent event) {
        if (event instanceof WorldEvent.LifecycleAction action
                && action.step() == ActionStep.COMPLETED
                && aws.ecs().tasksNotStopped(action.instanceId()) > 0) {
            early.add(action.instanceId());
        }
    }

    @Override
    public void close() {
        aws.close();
    }
}
