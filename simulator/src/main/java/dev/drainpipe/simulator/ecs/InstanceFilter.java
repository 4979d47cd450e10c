package dev.drainpipe.simulator.ecs;

import dev.drainpipe.simulator.ecs.query.ClusterQuery;
import dev.drainpipe.simulator.ecs.query.InvalidQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ListContainerInstancesRequest;

/** Answers which container instances ListContainerInstances lists. */
final class InstanceFilter {
    /** The statuses that can be asked for; INACTIVE is none of them (Amazon ECS API reference). */
    private static final Set<String> STATUSES =
            Set.of("ACTIVE", "DRAINING", "REGISTERING", "DEREGISTERING", "REGISTRATION_FAILED");

    private static final String ATTRIBUTE = "attribute:";

    private final Predicate<SimulatedInstance> accepted;

    private InstanceFilter(Predicate<SimulatedInstance> accepted) {
        this.accepted = accepted;
    }

    static InstanceFilter of(ListContainerInstancesRequest request) {
        return new InstanceFilter(status(request.statusAsString()).and(query(request.filter())));
    }

    boolean accepts(SimulatedInstance instance) {
        return accepted.test(instance);
    }

    private static Predicate<SimulatedInstance> status(@Nullable String status) {
        if (status == null) {
            return instance -> true;
        }
        if (!STATUSES.contains(status)) {
            throw EcsErrors.invalid("No such container instance status: " + status);
        }
        return instance -> instance.status().name().equals(status);
    }

    private static Predicate<SimulatedInstance> query(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return instance -> true;
        }
        try {
            ClusterQuery query = ClusterQuery.parse(filter);
            return instance -> query.matches(subject -> values(instance, subject));
        } catch (InvalidQuery e) {
            throw EcsErrors.invalid("Invalid expression '%s': %s.".formatted(filter, e.getMessage()));
        }
    }

    private static List<String> values(SimulatedInstance instance, String subject) {
        return switch (subject) {
            case "ec2InstanceId" -> List.of(instance.ec2().id());
            case "agentConnected" -> List.of(String.valueOf(instance.connected()));
            case "agentVersion" -> List.of(ContainerInstanceView.AGENT_VERSION);
            case "registeredAt" -> List.of(instance.registeredAt().toString());
            case "runningTasksCount" -> List.of(String.valueOf(ContainerInstanceView.running(instance)));
            case "task:group" -> groups(instance);
            default -> attribute(instance, subject.substring(ATTRIBUTE.length()));
        };
    }

    private static List<String> groups(SimulatedInstance instance) {
        return instance.tasks().stream()
                .filter(SimulatedTask::wanted)
                .map(t -> t.launch().group())
                .distinct()
                .toList();
    }

    private static List<String> attribute(SimulatedInstance instance, String name) {
        return Optional.ofNullable(ContainerInstanceView.attributesOf(instance).get(name))
                .map(List::of)
                .orElse(List.of());
    }
}
