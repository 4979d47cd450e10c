package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionRequest;
import software.amazon.awssdk.services.ecs.model.GetTaskProtectionResponse;
import software.amazon.awssdk.services.ecs.model.ProtectedTask;
import software.amazon.awssdk.services.ecs.model.UpdateTaskProtectionRequest;
import software.amazon.awssdk.services.ecs.model.UpdateTaskProtectionResponse;

/** GetTaskProtection and UpdateTaskProtection, with the limits of the Amazon ECS API reference. */
final class ProtectionOperations {
    private static final int MOST_UPDATED = 10;
    private static final int DEFAULT_MINUTES = 120;
    private static final int MOST_MINUTES = 2880;

    private final Setting setting;
    private final Clusters clusters;
    private final Looks looks;

    ProtectionOperations(Setting setting, Clusters clusters, Looks looks) {
        this.setting = setting;
        this.clusters = clusters;
        this.looks = looks;
    }

    void addTo(Operations operations) {
        operations.on(GetTaskProtectionRequest.class, this::get).on(UpdateTaskProtectionRequest.class, this::update);
    }

    private GetTaskProtectionResponse get(GetTaskProtectionRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        List<String> given = request.tasks().isEmpty() ? serviceTasks(cluster) : request.tasks();
        List<ProtectedTask> found = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        if (!given.isEmpty()) {
            Checks.size("Tasks", given, ArnPage.MOST);
        }
        for (String task : given) {
            Optional<Failure> failure = failure(cluster, task);
            failure.ifPresentOrElse(failures::add, () -> found.add(view(require(cluster, task))));
        }
        return GetTaskProtectionResponse.builder()
                .protectedTasks(found)
                .failures(failures)
                .build();
    }

    private UpdateTaskProtectionResponse update(UpdateTaskProtectionRequest request) {
        SimulatedCluster cluster = clusters.require(request.cluster());
        Checks.size("Tasks", request.tasks(), MOST_UPDATED);
        boolean enabled = Checks.given("protectionEnabled", request.protectionEnabled());
        int minutes = Checks.between(
                "expiresInMinutes",
                Optional.ofNullable(request.expiresInMinutes()).orElse(DEFAULT_MINUTES),
                1,
                MOST_MINUTES);
        Instant until = setting.now().plus(Duration.ofMinutes(minutes));
        List<ProtectedTask> updated = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (String given : request.tasks()) {
            Optional<Failure> failure = failure(cluster, given);
            if (failure.isPresent()) {
                failures.add(failure.get());
            } else {
                SimulatedTask task = require(cluster, given);
                task.protect(enabled ? until : null);
                updated.add(view(task));
            }
        }
        looks.soon();
        return UpdateTaskProtectionResponse.builder()
                .protectedTasks(updated)
                .failures(failures)
                .build();
    }

    /** MISSING for an unknown task, TASK_NOT_VALID for one that runs for no service or not at all. */
    private Optional<Failure> failure(SimulatedCluster cluster, String given) {
        Optional<SimulatedTask> task = cluster.task(given);
        if (task.isEmpty()) {
            return Optional.of(Failures.missing(Arns.missing(given, id -> cluster.arnOf("task", id))));
        }
        boolean valid = task.get().service().isPresent() && task.get().wanted();
        return valid ? Optional.empty() : Optional.of(Failures.of(task.get().arn(), "TASK_NOT_VALID"));
    }

    private ProtectedTask view(SimulatedTask task) {
        Optional<Instant> until = task.protection(setting.now());
        return ProtectedTask.builder()
                .taskArn(task.arn())
                .protectionEnabled(until.isPresent())
                .expirationDate(until.orElse(null))
                .build();
    }

    private static List<String> serviceTasks(SimulatedCluster cluster) {
        return cluster.tasks().stream()
                .filter(t -> t.service().isPresent() && t.wanted())
                .map(SimulatedTask::arn)
                .limit(ArnPage.MOST)
                .toList();
    }

    private static SimulatedTask require(SimulatedCluster cluster, String given) {
        return cluster.task(given).orElseThrow();
    }
}
