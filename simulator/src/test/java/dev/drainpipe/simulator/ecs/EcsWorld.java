package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateRequest;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

/** A world with a cluster {@code c}, in which tests let time pass and ask ECS as its clients do. */
final class EcsWorld {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final EcsTimings TIMINGS = EcsTimings.defaults();
    static final String CLUSTER = "c";

    final World world = new World(START, 7, Account.example());
    final List<WorldEvent> events = new ArrayList<>();
    final Ecs ecs;
    private final Map<String, FakeRegistrar> balancers = new LinkedHashMap<>();

    EcsWorld() {
        this(EcsBehaviour.defaults());
    }

    EcsWorld(EcsBehaviour behaviour) {
        ecs = new Ecs(world, this::balancer, TIMINGS, behaviour);
        world.listen(events::add);
        ecs.createCluster(CLUSTER);
    }

    /** Lets EC2 run these instances, with room for this many tasks each, and their agents register. */
    EcsWorld withInstances(int slots, String... ids) {
        for (String id : ids) {
            launch(slots, id);
        }
        pass(TIMINGS.boot());
        return this;
    }

    EcsWorld withService(ServiceSpec spec) {
        ecs.createService(spec);
        return this;
    }

    void launch(int slots, String id) {
        world.ec2().run(new Ec2Instance(id, "eu-central-1a", Optional.of(CLUSTER), slots, world.now()));
    }

    FakeRegistrar balancer(String name) {
        return balancers.computeIfAbsent(name, n -> new FakeRegistrar(world, n));
    }

    void pass(Duration time) {
        world.run(time);
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    /** Sets the container instances of these EC2 instances DRAINING. */
    UpdateContainerInstancesStateResponse drain(String... ec2Ids) {
        return set(ContainerInstanceStatus.DRAINING, ec2Ids);
    }

    UpdateContainerInstancesStateResponse set(ContainerInstanceStatus status, String... ec2Ids) {
        List<String> arns = new ArrayList<>();
        for (String id : ec2Ids) {
            arns.add(instance(id).containerInstanceArn());
        }
        return call(
                UpdateContainerInstancesStateRequest.builder()
                        .cluster(CLUSTER)
                        .containerInstances(arns)
                        .status(status)
                        .build(),
                UpdateContainerInstancesStateResponse.class);
    }

    ContainerInstance instance(String ec2Id) {
        return ecs.containerInstances(CLUSTER).stream()
                .filter(i -> i.ec2InstanceId().equals(ec2Id))
                .findFirst()
                .orElseThrow();
    }

    List<Task> tasks(Predicate<Task> which) {
        return ecs.tasks(CLUSTER).stream().filter(which).toList();
    }

    /** The tasks on this EC2 instance that are to run. */
    List<Task> wantedOn(String ec2Id) {
        return on(ec2Id).stream()
                .filter(t -> t.desiredStatus().equals("RUNNING"))
                .toList();
    }

    /** All tasks on this EC2 instance that can be described. */
    List<Task> on(String ec2Id) {
        String arn = instance(ec2Id).containerInstanceArn();
        return tasks(t -> t.containerInstanceArn().equals(arn));
    }

    Task task(String arn) {
        return tasks(t -> t.taskArn().equals(arn)).get(0);
    }

    /** Calls the operation of this request, as the transport would. */
    <I extends SdkPojo, O> O call(I request, Class<O> response) {
        String name = request.getClass().getSimpleName().replaceFirst("Request$", "");
        @SuppressWarnings("unchecked")
        Operations.Operation<I> operation =
                (Operations.Operation<I>) ecs.operations().find(name).orElseThrow();
        return response.cast(operation.answer().apply(request));
    }

    /** The error that this request is answered with. */
    AwsError refusal(SdkPojo request) {
        return Assertions.catchThrowableOfType(AwsError.class, () -> call(request, Object.class));
    }

    <E extends WorldEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
