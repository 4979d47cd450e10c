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
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.ContainerInstance;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.Task;

/**
 * Amazon ECS with the EC2 launch type, as far as a client of its API can see.
 *
 * <p>Known differences from AWS: a service has one deployment for ever, and a new task definition is refused; tasks
 * that fail health checks are not replaced, and those that end too often are not slowed down; tasks are not balanced
 * across zones; a read always sees the newest write; container instances register without REGISTERING; Fargate,
 * capacity providers, task networking, overrides, placement constraints and strategies, and tags are refused.
 */
public final class Ecs implements AwsService, Backends {
    private final Setting setting;
    private final Clusters clusters;
    private final ContainerInstances instances;
    private final TaskDefinitions definitions;
    private final Services services;
    private final StandaloneTasks standalone;
    private final ClusterOperations clusterOperations;
    private final Changes changes;
    private final Operations operations = new Operations();
    private Busy busy = (instanceId, port) -> 0;

    public Ecs(World world, Function<String, Registrar> loadBalancers, EcsTimings timings) {
        this(world, loadBalancers, timings, EcsBehaviour.defaults());
    }

    /**
     * Begins to watch the EC2 instances and to look after services.
     *
     * @param loadBalancers from a Classic load balancer's name or a target group's ARN to what ECS uses of it
     */
    public Ecs(World world, Function<String, Registrar> loadBalancers, EcsTimings timings, EcsBehaviour behaviour) {
        setting = new Setting(world, timings, behaviour, world.dice().of("ecs"));
        Looks looks = new Looks(setting);
        changes = new Changes(setting);
        TaskSteps steps = new TaskSteps(setting, looks, changes);
        TaskStop stop = new TaskStop(steps, () -> busy);
        TaskLauncher launcher = new TaskLauncher(setting, new TaskStart(steps, stop));
        clusters = new Clusters(setting);
        definitions = new TaskDefinitions(setting);
        instances = new ContainerInstances(setting, clusters, stop, looks, changes);
        services = new Services(setting, clusters, loadBalancers, looks);
        standalone = new StandaloneTasks(launcher, stop);
        clusterOperations = new ClusterOperations(clusters, instances);
        addOperations(looks);
        ReplicaScheduler replicas = new ReplicaScheduler(setting, launcher, stop);
        DaemonScheduler daemons = new DaemonScheduler(setting, launcher, stop);
        looks.begin(new ServiceScheduler(setting, clusters, replicas, daemons)::look);
        world.ec2().observe(instances);
    }

    private void addOperations(Looks looks) {
        clusterOperations.addTo(operations);
        new ContainerInstanceOperations(setting, clusters, instances).addTo(operations);
        new TaskDefinitionOperations(definitions).addTo(operations);
        new ServiceOperations(clusters, services, definitions).addTo(operations);
        new TaskOperations(setting, clusters, definitions, standalone).addTo(operations);
        new ProtectionOperations(setting, clusters, looks).addTo(operations);
    }

    @Override
    public ServiceId id() {
        return ServiceId.ECS;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Whether a task that is RUNNING or DEACTIVATING answers on this port of this EC2 instance. */
    @Override
    public boolean listens(String instanceId, int port) {
        return tasksOn(instanceId).anyMatch(t -> t.hostPort().orElse(0) == port && t.listens(setting.now()));
    }

    /** Says who knows how many requests a task still has in flight; until then it is none. */
    public void busy(Busy requests) {
        busy = requests;
    }

    /** Says who gets the events for EventBridge; until then nobody does. */
    public void events(StateChanges listener) {
        changes.listen(listener);
    }

    /** Creates a cluster; nothing if there is one of this name. */
    public void createCluster(String name) {
        clusterOperations.create(name);
    }

    /** Registers the task definition and creates the service. */
    public void createService(ServiceSpec spec) {
        services.create(spec, definitions.register(spec.task()));
    }

    /** Starts standalone tasks where there is room, as RunTask does; gives the ARNs of those that found some. */
    public List<String> runTask(String cluster, TaskSpec task, int count) {
        Launch launch = Launch.standalone(definitions.register(task));
        return standalone.start(clusters.require(cluster), launch, count).stream()
                .map(SimulatedTask::arn)
                .toList();
    }

    /** Starts a standalone task on this EC2 instance, as StartTask does, even without room; gives its ARN. */
    public String startTask(TaskSpec task, String instanceId) {
        Launch launch = Launch.standalone(definitions.register(task));
        return standalone.startOn(require(instanceId), launch).arn();
    }

    /** Connects or disconnects the agent of an EC2 instance; meanwhile nothing changes for its tasks. */
    public void setAgentConnected(String instanceId, boolean connected) {
        instances.connect(require(instanceId), connected);
    }

    /** Protects a task from the scheduler until then. */
    public void protect(String taskArn, Instant until) {
        clusters.all().forEach(c -> c.task(taskArn).ifPresent(t -> t.protect(until)));
    }

    /** All tasks of a cluster that can still be described, in the order of their start. */
    public List<Task> tasks(String cluster) {
        return clusters.require(cluster).tasks().stream()
                .map(t -> TaskView.of(t, setting))
                .toList();
    }

    /** All container instances of a cluster that can still be described, in the order of their registration. */
    public List<ContainerInstance> containerInstances(String cluster) {
        return clusters.require(cluster).instances().stream()
                .map(i -> ContainerInstanceView.of(i, List.of()))
                .toList();
    }

    /** The service as DescribeServices shows it. */
    public Service service(String cluster, String name) {
        return ServiceView.of(requireService(cluster, name), clusters);
    }

    /** Lets the deployment of a service report this from now on. */
    public void trouble(String cluster, String service, DeploymentTrouble trouble) {
        requireService(cluster, service).trouble(trouble);
    }

    /**
     * Lets the tasks that a service starts from now on be like this, as when an image or what it depends on has broken
     * since: replacements that never become healthy. Its task definition says nothing of it.
     */
    public void changeLaterTasks(String cluster, String service, UnaryOperator<TaskSpec> change) {
        requireService(cluster, service).changeLaterTasks(change);
    }

    /** How many tasks on this EC2 instance are not STOPPED; cheap enough to ask after every event. */
    public int tasksNotStopped(String instanceId) {
        return instances.find(instanceId).map(i -> i.tasks().size()).orElse(0);
    }

    private Stream<SimulatedTask> tasksOn(String instanceId) {
        return instances.find(instanceId).stream()
                .flatMap(i -> Stream.concat(i.tasks().stream(), i.orphans().stream()));
    }

    private SimulatedService requireService(String cluster, String name) {
        return clusters.require(cluster).service(name).orElseThrow(EcsErrors::serviceNotFound);
    }

    private SimulatedInstance require(String instanceId) {
        return instances
                .find(instanceId)
                .orElseThrow(() -> new IllegalArgumentException("No agent has registered on " + instanceId));
    }
}
