package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.elb.Backends;
import dev.drainpipe.simulator.elb.Registrar;
import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;

/** Amazon ECS with the EC2 launch type. */
@SuppressWarnings("DoNotCallSuggester")
public final class Ecs implements AwsService, Backends {
    public Ecs(World world, Function<String, Registrar> loadBalancers, EcsTimings timings) {
        this(world, loadBalancers, timings, EcsBehaviour.defaults());
    }

    public Ecs(World world, Function<String, Registrar> loadBalancers, EcsTimings timings, EcsBehaviour behaviour) {}

    @Override
    public ServiceId id() {
        return ServiceId.ECS;
    }

    @Override
    public Operations operations() {
        throw notYet();
    }

    @Override
    public boolean listens(String instanceId, int port) {
        throw notYet();
    }

    /** Who knows how many requests a task still has in flight; nobody until this is called. */
    public void busy(Busy requests) {
        throw notYet();
    }

    /** Creates a cluster. */
    public void createCluster(String name) {
        throw notYet();
    }

    /** Creates a service, registering its task definition. */
    public void createService(ServiceSpec spec) {
        throw notYet();
    }

    /** Starts standalone tasks where there is room; the ARNs of those that found some. */
    public List<String> runTask(String cluster, TaskSpec task, int count) {
        throw notYet();
    }

    /** Starts a standalone task on this EC2 instance; its ARN. */
    public String startTask(String cluster, TaskSpec task, String instanceId) {
        throw notYet();
    }

    /** Connects or disconnects the agent of an EC2 instance. */
    public void setAgentConnected(String instanceId, boolean connected) {
        throw notYet();
    }

    /** Protects a task from the scheduler until then. */
    public void protect(String taskArn, Instant until) {
        throw notYet();
    }

    /** All tasks that can still be described. */
    public List<Task> tasks(String cluster) {
        throw notYet();
    }

    /** All container instances that can still be described. */
    public List<ContainerInstance> containerInstances(String cluster) {
        throw notYet();
    }

    /** The service. */
    public Service service(String cluster, String name) {
        throw notYet();
    }

    /** How many tasks on this EC2 instance are not STOPPED. */
    public int tasksNotStopped(String instanceId) {
        throw notYet();
    }

    private static IllegalStateException notYet() {
        return new IllegalStateException("Not simulated yet.");
    }
}
