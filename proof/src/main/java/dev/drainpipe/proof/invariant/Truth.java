package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.ContainerInstanceStatus;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import dev.drainpipe.simulator.world.WorldEvent.TaskStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** How the account really stands at this moment of a run: from what happened, not from what an API tells. */
public final class Truth implements Consumer<WorldEvent> {
    private final Plan plan;
    private final History history;
    private final Leftovers leftovers = new Leftovers();
    private final Headcounts headcounts = new Headcounts();
    private final Map<String, Action> open = new LinkedHashMap<>();
    private final Map<String, Instant> asked = new HashMap<>();
    private final Map<String, String> instanceOfTask = new HashMap<>();
    private final Map<String, ServiceCounts> services = new HashMap<>();
    private final Set<String> foreign = new HashSet<>();
    private final Set<String> silent = new HashSet<>();
    private final Set<String> guests = new HashSet<>();

    public Truth(Plan plan, History history) {
        this.plan = plan;
        this.history = history;
        plan.site().services().stream().filter(Site.Service::daemon).forEach(s -> leftovers.daemon(s.name()));
    }

    @Override
    public void accept(WorldEvent event) {
        leftovers.accept(event);
        if (event instanceof LifecycleAction e) {
            follow(e);
        } else if (event instanceof LifecycleState e) {
            if (plan.site().foreignGroups().contains(e.group())) {
                foreign.add(e.instanceId());
            }
            if (e.state().startsWith("Terminating")) {
                asked.putIfAbsent(e.instanceId(), e.at());
            }
        } else if (event instanceof ContainerInstanceStatus e) {
            headcounts.accept(e);
            note(silent, e.instanceId(), !e.agentConnected());
        } else if (event instanceof TaskStatus e) {
            instanceOfTask.put(e.taskArn(), e.instanceId());
        } else if (event instanceof ServiceCounts e) {
            services.put(e.cluster() + "/" + e.service(), e);
        }
    }

    private static void note(Set<String> set, String name, boolean holds) {
        if (holds) {
            set.add(name);
        } else {
            set.remove(name);
        }
    }

    private void follow(LifecycleAction event) {
        String key = event.hook() + " " + event.instanceId();
        switch (event.step()) {
            case STARTED ->
                open.put(
                        key,
                        new Action(
                                event.group(),
                                event.hook(),
                                event.instanceId(),
                                asked.getOrDefault(event.instanceId(), event.at()),
                                event.at(),
                                event.at()));
            case HEARTBEAT -> open.computeIfPresent(key, (k, action) -> action.keptAt(event.at()));
            case COMPLETED, TIMED_OUT, CANCELLED -> open.remove(key);
        }
    }

    public Plan plan() {
        return plan;
    }

    /** What was done to the run so far. */
    public History history() {
        return history;
    }

    /** Somebody said that this instance has to go, in another way than by its group. */
    public void asked(String instanceId, Instant at) {
        asked.putIfAbsent(instanceId, at);
    }

    /** For how many instances somebody said so. */
    int announced() {
        return asked.size();
    }

    /** Whether the instance is of a group that lacks the tag that is required. */
    public boolean foreign(String instanceId) {
        return foreign.contains(instanceId);
    }

    /** When somebody first said that this instance has to go. */
    public Optional<Instant> whenAsked(String instanceId) {
        return Optional.ofNullable(asked.get(instanceId));
    }

    /** The actions that are open. */
    public Collection<Action> open() {
        return List.copyOf(open.values());
    }

    /** The open action that an event is about. */
    public Optional<Action> action(LifecycleAction event) {
        return Optional.ofNullable(open.get(event.hook() + " " + event.instanceId()));
    }

    /** Whether the event begins, keeps or ends an action. */
    static boolean ends(LifecycleAction event) {
        return event.step() != ActionStep.STARTED && event.step() != ActionStep.HEARTBEAT;
    }

    /** What speaks against letting the instance go, in words. */
    public List<String> leftOn(String instanceId) {
        return leftovers.on(instanceId);
    }

    /** Whether something that is left is a task that ECS does not move by itself. */
    boolean isGuest(String left) {
        return left.startsWith("a task of family:") || guests.stream().anyMatch(left::contains);
    }

    /** This task is protected: ECS does not move it by itself. */
    public void guest(String group) {
        guests.add("a task of " + group + " ");
    }

    /** Whether the agent of the instance is not connected. */
    public boolean silent(String instanceId) {
        return silent.contains(instanceId);
    }

    public Headcounts headcounts() {
        return headcounts;
    }

    /** The instance on which a task is, or was. */
    public Optional<String> instanceOfTask(String taskArn) {
        return Optional.ofNullable(instanceOfTask.get(taskArn));
    }

    /** The counts of a service, as last told. */
    public Optional<ServiceCounts> counts(String cluster, String service) {
        return Optional.ofNullable(services.get(cluster + "/" + service));
    }
}
