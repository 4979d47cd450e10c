package dev.drainpipe.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One instance at this moment: its lifecycle state, ECS status, tasks and load balancers. */
public final class InstanceState {
    private final String id;
    private final Map<String, String> tasks = new LinkedHashMap<>();
    private final Map<String, String> loadBalancers = new TreeMap<>();
    private String lifecycle = "";
    private String ecsStatus = "";
    private boolean agentConnected;
    private boolean letGo;

    InstanceState(String id) {
        this.id = id;
    }

    void lifecycle(String state) {
        lifecycle = state;
    }

    void ecs(String status, boolean connected) {
        ecsStatus = status;
        agentConnected = connected;
    }

    void task(String arn, String lastStatus) {
        if (lastStatus.equals("STOPPED")) {
            tasks.remove(arn);
        } else {
            tasks.put(arn, lastStatus);
        }
    }

    void registration(String loadBalancer, String state) {
        if (state.equals("out")) {
            loadBalancers.remove(loadBalancer);
        } else {
            loadBalancers.put(loadBalancer, state);
        }
    }

    void actionEnded() {
        letGo = true;
    }

    public String id() {
        return id;
    }

    /** The Auto Scaling lifecycle state in AWS's words; empty before the first. */
    public String lifecycle() {
        return lifecycle;
    }

    /** The container instance's status in AWS's words; empty before it registered. */
    public String ecsStatus() {
        return ecsStatus;
    }

    /** Whether ECS may place tasks on it and hears its agent: what N+1 counts. */
    public boolean carriesTasks() {
        return ecsStatus.equals("ACTIVE") && agentConnected;
    }

    /** How many of its tasks are not STOPPED. */
    public int tasks() {
        return tasks.size();
    }

    /** Whether any load balancer still holds or drains it. */
    public boolean behindLoadBalancer() {
        return !loadBalancers.isEmpty();
    }

    /** Where it stands on its way out. */
    public Stage stage() {
        if (!lifecycle.startsWith("Terminat")) {
            return lifecycle.equals("InService") ? Stage.IN_SERVICE : Stage.STARTING;
        }
        if (lifecycle.equals("Terminated")) {
            return Stage.GONE;
        }
        if (letGo || lifecycle.equals("Terminating:Proceed")) {
            return Stage.LEAVING;
        }
        return lifecycle.equals("Terminating:Wait") ? waitingStage() : Stage.CALLED;
    }

    private Stage waitingStage() {
        if (ecsStatus.equals("ACTIVE")) {
            return Stage.UNNOTICED;
        }
        if (behindLoadBalancer()) {
            return Stage.TRAFFIC_LEFT;
        }
        return tasks.isEmpty() ? Stage.SAFE : Stage.TASKS_LEFT;
    }

    /** What speaks against letting it go now, in plain words; empty if nothing does. */
    public List<String> blockers() {
        List<String> blockers = new ArrayList<>();
        if (ecsStatus.equals("ACTIVE")) {
            blockers.add("not DRAINING");
        }
        blockers.addAll(leftovers());
        return List.copyOf(blockers);
    }

    /** The work and the traffic that would be lost if it went now, in plain words; empty if none. */
    public List<String> leftovers() {
        List<String> left = new ArrayList<>();
        if (!tasks.isEmpty()) {
            left.add(tasksInWords());
        }
        loadBalancers.forEach((name, state) -> left.add("load balancer %s: %s".formatted(name, state)));
        return List.copyOf(left);
    }

    private String tasksInWords() {
        Map<String, Long> byStatus =
                tasks.values().stream().collect(Collectors.groupingBy(s -> s, TreeMap::new, Collectors.counting()));
        String statuses = byStatus.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return "%d task%s not STOPPED (%s)".formatted(tasks.size(), tasks.size() == 1 ? "" : "s", statuses);
    }
}
