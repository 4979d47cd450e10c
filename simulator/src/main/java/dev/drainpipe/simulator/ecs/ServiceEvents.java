package dev.drainpipe.simulator.ecs;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.ServiceEvent;

/** What a service says of itself, newest first (Amazon ECS Developer Guide, "Amazon ECS service event messages"). */
final class ServiceEvents {
    /** How many DescribeServices shows (Amazon ECS API reference, Service). */
    private static final int KEPT = 100;

    private final String service;
    private final Setting setting;
    private final Deque<ServiceEvent> newestFirst = new ArrayDeque<>();
    private boolean steady;
    private boolean everSteady;
    private boolean complained;

    ServiceEvents(String service, Setting setting) {
        this.service = service;
        this.setting = setting;
    }

    void started(List<SimulatedTask> tasks) {
        steady = false;
        complained = false;
        say("has started %d tasks: %s.".formatted(tasks.size(), names(tasks)));
    }

    void stopped(List<SimulatedTask> tasks) {
        steady = false;
        say("has stopped %d running tasks: %s.".formatted(tasks.size(), names(tasks)));
    }

    /** Said once until a task is placed again. */
    void unplaceable(String reason) {
        steady = false;
        if (!complained) {
            complained = true;
            say("was unable to place a task because no container instance met all of its requirements. Reason: "
                    + reason);
        }
    }

    /** Said once until something changes. */
    void steady() {
        if (!steady) {
            steady = true;
            everSteady = true;
            say("has reached a steady state.");
        }
    }

    /** Whether it has been steady at least once, so that its deployment is complete. */
    boolean everSteady() {
        return everSteady;
    }

    List<ServiceEvent> newestFirst() {
        return List.copyOf(newestFirst);
    }

    private void say(String what) {
        Instant now = setting.now();
        newestFirst.addFirst(ServiceEvent.builder()
                .id(setting.dice().uuid().toString())
                .createdAt(now)
                .message("(service %s) %s".formatted(service, what))
                .build());
        if (newestFirst.size() > KEPT) {
            newestFirst.removeLast();
        }
    }

    private static String names(List<SimulatedTask> tasks) {
        return tasks.stream().map(t -> "(task " + t.id() + ")").collect(Collectors.joining(" "));
    }
}
