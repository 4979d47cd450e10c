package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.world.Ec2Instance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A container instance: an EC2 instance whose agent has registered with a cluster. */
final class SimulatedInstance {
    /** Where the ports begin that ECS chooses (Amazon ECS API reference, PortMapping: the ephemeral range). */
    private static final int FIRST_DYNAMIC_PORT = 32768;

    private static final int LAST_DYNAMIC_PORT = 60999;

    /** The statuses that are simulated; the agent's registration takes no time here. */
    enum Status {
        ACTIVE,
        DRAINING,
        INACTIVE
    }

    private final SimulatedCluster cluster;
    private final String id;
    private final String arn;
    private final Ec2Instance ec2;
    private final Instant registeredAt;
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();
    private final List<SimulatedTask> orphans = new ArrayList<>();
    private final List<Runnable> whenConnected = new ArrayList<>();
    private Status status = Status.ACTIVE;
    private boolean connected = true;
    private long version = 1;
    private int nextPort = FIRST_DYNAMIC_PORT;

    SimulatedInstance(SimulatedCluster cluster, String id, Ec2Instance ec2, Setting setting) {
        this.cluster = cluster;
        this.id = id;
        this.arn = cluster.arnOf("container-instance", id);
        this.ec2 = ec2;
        this.registeredAt = setting.now();
    }

    SimulatedCluster cluster() {
        return cluster;
    }

    String id() {
        return id;
    }

    String arn() {
        return arn;
    }

    Ec2Instance ec2() {
        return ec2;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    Status status() {
        return status;
    }

    boolean connected() {
        return connected;
    }

    long version() {
        return version;
    }

    /** Whether it is ACTIVE or DRAINING. */
    boolean registered() {
        return status != Status.INACTIVE;
    }

    /** Whether the scheduler has to empty it and can. */
    boolean leaving() {
        return status == Status.DRAINING && connected;
    }

    void become(Status other) {
        status = other;
        version++;
    }

    void connect(boolean nowConnected) {
        connected = nowConnected;
        version++;
    }

    /** Something on it changed that it does not count itself. */
    void changed() {
        version++;
    }

    /** Does what waited for the agent, in its old order. */
    void catchUp() {
        List<Runnable> waiting = List.copyOf(whenConnected);
        whenConnected.clear();
        waiting.forEach(Runnable::run);
    }

    /** Runs work now if the agent is connected, else once it is. */
    void whenConnected(Runnable work) {
        if (connected) {
            work.run();
        } else {
            whenConnected.add(work);
        }
    }

    void add(SimulatedTask task) {
        tasks.put(task.id(), task);
        version++;
    }

    void remove(SimulatedTask task) {
        tasks.remove(task.id());
        version++;
    }

    /** Keeps the containers of a task that ECS no longer knows; they go on until the EC2 instance ends. */
    void orphan(SimulatedTask task) {
        orphans.add(task);
    }

    /** The tasks on it that are not STOPPED, in the order of their start. */
    List<SimulatedTask> tasks() {
        return List.copyOf(tasks.values());
    }

    /** The tasks whose containers go on though it was deregistered. */
    List<SimulatedTask> orphans() {
        return orphans;
    }

    int freeSlots() {
        return ec2.taskSlots()
                - tasks.values().stream().mapToInt(t -> t.spec().slots()).sum();
    }

    /** The next port that ECS chooses here; a port comes again only after all others. */
    int takePort() {
        int port = nextPort;
        nextPort = port == LAST_DYNAMIC_PORT ? FIRST_DYNAMIC_PORT : port + 1;
        return port;
    }
}
