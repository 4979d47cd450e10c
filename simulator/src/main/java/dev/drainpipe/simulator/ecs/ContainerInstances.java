package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.SimulatedInstance.Status;
import dev.drainpipe.simulator.world.Ec2;
import dev.drainpipe.simulator.world.Ec2Instance;
import dev.drainpipe.simulator.world.WorldEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The life of container instances: they register some time after EC2 runs them, and go some time after their end.
 *
 * <p>Facts from the Amazon ECS API reference, DeregisterContainerInstance; Amazon ECS Developer Guide, "Deregistering
 * an Amazon ECS container instance".
 */
final class ContainerInstances implements Ec2.Observer {
    private final Map<String, SimulatedInstance> byEc2Id = new HashMap<>();
    private final Setting setting;
    private final Clusters clusters;
    private final TaskStop stop;
    private final Looks looks;
    private final Changes changes;

    ContainerInstances(Setting setting, Clusters clusters, TaskStop stop, Looks looks, Changes changes) {
        this.setting = setting;
        this.clusters = clusters;
        this.stop = stop;
        this.looks = looks;
        this.changes = changes;
    }

    @Override
    public void running(Ec2Instance ec2) {
        ec2.cluster().ifPresent(cluster -> setting.after(setting.timings().boot(), () -> register(ec2, cluster)));
    }

    /** Lets the agents register that found no cluster of this name before. */
    void awaited(SimulatedCluster cluster) {
        setting.world().ec2().running().stream()
                .filter(ec2 -> ec2.cluster().equals(Optional.of(cluster.name())))
                .forEach(this::running);
    }

    @Override
    public void terminated(Ec2Instance ec2) {
        SimulatedInstance instance = byEc2Id.remove(ec2.id());
        if (instance == null) {
            return;
        }
        instance.connect(false);
        instance.tasks().forEach(t -> stop.lost(t, StopCause.hostTerminated(ec2.id())));
        instance.orphans().forEach(stop::executionStopped);
        if (instance.registered()) {
            tell(instance);
            changes.of(instance);
            setting.after(setting.timings().deregistration(), () -> deregister(instance));
        }
    }

    /** The container instance that this EC2 instance runs or ran its agent for, while the EC2 instance runs. */
    Optional<SimulatedInstance> find(String ec2Id) {
        return Optional.ofNullable(byEc2Id.get(ec2Id));
    }

    /** Connects or disconnects its agent; nothing if that is how it is. */
    void connect(SimulatedInstance instance, boolean connected) {
        if (connected == instance.connected()) {
            return;
        }
        instance.connect(connected);
        tell(instance);
        changes.of(instance);
        if (connected) {
            instance.catchUp();
        }
        looks.soon();
    }

    /** Gives it a status; nothing if it has it. */
    void become(SimulatedInstance instance, Status status) {
        if (instance.status() != status) {
            instance.become(status);
            tell(instance);
            if (status == Status.INACTIVE || setting.behaviour().drainingIsAnEvent()) {
                changes.of(instance);
            }
            looks.soon();
        }
    }

    /** Makes it INACTIVE and forgets it when its time is over; its tasks, if any are left, go on unseen. */
    void deregister(SimulatedInstance instance) {
        if (instance.registered()) {
            instance.tasks().forEach(t -> stop.orphaned(t, StopCause.deregistered()));
            instance.connect(false);
            become(instance, Status.INACTIVE);
            setting.after(
                    setting.timings().inactiveKept(), () -> instance.cluster().forget(instance));
        }
    }

    private void register(Ec2Instance ec2, String clusterName) {
        boolean runs = setting.world().ec2().find(ec2.id()).isPresent();
        Optional<SimulatedCluster> cluster = clusters.find(clusterName).filter(SimulatedCluster::active);
        if (runs && cluster.isPresent() && find(ec2.id()).isEmpty()) {
            SimulatedInstance instance = new SimulatedInstance(cluster.get(), setting.id(), ec2, setting);
            cluster.get().add(instance);
            byEc2Id.put(ec2.id(), instance);
            tell(instance);
            changes.of(instance);
            looks.soon();
        }
    }

    private void tell(SimulatedInstance instance) {
        setting.world()
                .tell(new WorldEvent.ContainerInstanceStatus(
                        setting.now(),
                        instance.cluster().name(),
                        instance.ec2().id(),
                        instance.status().name(),
                        instance.connected()));
    }
}
