package dev.drainpipe.simulator.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The running EC2 instances, and who is told when one comes or goes. No API of its own. */
public final class Ec2 {
    private final Map<String, Ec2Instance> running = new LinkedHashMap<>();
    private final List<Observer> observers = new ArrayList<>();

    /** Somebody to whom the life of an instance matters, such as ECS or a load balancer. */
    public interface Observer {
        /** The instance is up: its agent can register, its targets can answer. */
        default void running(Ec2Instance instance) {}

        /** The instance is shut down now: whatever ran on it has ended. */
        default void terminated(Ec2Instance instance) {}
    }

    public void observe(Observer observer) {
        observers.add(observer);
    }

    /** Starts an instance; all observers are told before this returns. */
    public void run(Ec2Instance instance) {
        running.put(instance.id(), instance);
        observers.forEach(o -> o.running(instance));
    }

    /** Ends an instance, as Auto Scaling does after the hooks or a person does by hand; nothing if it is not running. */
    public void terminate(String id) {
        Ec2Instance instance = running.remove(id);
        if (instance != null) {
            observers.forEach(o -> o.terminated(instance));
        }
    }

    /** The instance while it runs. */
    public Optional<Ec2Instance> find(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /** All running instances, in the order of their launch. */
    public List<Ec2Instance> running() {
        return List.copyOf(running.values());
    }
}
