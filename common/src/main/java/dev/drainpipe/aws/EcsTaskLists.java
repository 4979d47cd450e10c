package dev.drainpipe.aws;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.port.TryLater;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.ListTasksResponse;

/**
 * Lists the ids of tasks with ListTasks.
 *
 * <p>A task that is being stopped is found only under the <em>desired</em> status STOPPED, together with those that have
 * stopped; ListTasks by itself lists desired status RUNNING only (Amazon ECS API reference, ListTasks).
 */
final class EcsTaskLists {
    /** From so many instances on, the lists of their whole cluster may be shorter than all of theirs. */
    private static final int MANY = 8;

    private static final List<DesiredStatus> TWICE =
            List.of(DesiredStatus.RUNNING, DesiredStatus.STOPPED, DesiredStatus.RUNNING, DesiredStatus.STOPPED);

    private final EcsClient ecs;

    EcsTaskLists(EcsClient ecs) {
        this.ecs = ecs;
    }

    /** The tasks of one container instance that have a desired status. */
    Set<String> of(String cluster, String containerInstance, DesiredStatus desired) {
        return new Pages(cluster, containerInstance, desired, Integer.MAX_VALUE)
                .all()
                .orElseThrow();
    }

    /**
     * All tasks of some container instances, and maybe of others, each list asked for twice: of their cluster, if there are
     * many and that takes no more pages than there are instances; else of one instance after the other, and then only
     * those that are being stopped twice.
     */
    Set<String> of(String cluster, Collection<String> containerInstances) {
        return containerInstances.size() < MANY
                ? oneByOne(cluster, containerInstances)
                : ofCluster(cluster, containerInstances.size()).orElseGet(() -> oneByOne(cluster, containerInstances));
    }

    private Set<String> oneByOne(String cluster, Collection<String> containerInstances) {
        Set<String> ids = new LinkedHashSet<>();
        for (String instance : containerInstances) {
            ids.addAll(of(cluster, instance, DesiredStatus.RUNNING));
            ids.addAll(of(cluster, instance, DesiredStatus.STOPPED));
            ids.addAll(of(cluster, instance, DesiredStatus.STOPPED));
        }
        return ids;
    }

    private Optional<Set<String>> ofCluster(String cluster, int mostPages) {
        Set<String> ids = new LinkedHashSet<>();
        for (DesiredStatus desired : TWICE) {
            Optional<Set<String>> some = new Pages(cluster, null, desired, mostPages / 2).all();
            if (some.isEmpty()) {
                return Optional.empty();
            }
            ids.addAll(some.get());
        }
        return Optional.of(ids);
    }

    /** One list, of an instance or of a whole cluster, read page by page. */
    private final class Pages {
        private final String cluster;
        private final @Nullable String containerInstance;
        private final DesiredStatus desired;
        private final int most;

        Pages(String cluster, @Nullable String containerInstance, DesiredStatus desired, int most) {
            this.cluster = cluster;
            this.containerInstance = containerInstance;
            this.desired = desired;
            this.most = most;
        }

        /** What is on all pages; none if there are more than the most. */
        Optional<Set<String>> all() {
            Set<String> ids = new LinkedHashSet<>();
            String next = null;
            for (int page = 0; page < most; page++) {
                ListTasksResponse answer = page(next);
                answer.taskArns().forEach(arn -> ids.add(PlainName.of(arn)));
                next = answer.nextToken();
                if (next == null) {
                    return Optional.of(ids);
                }
            }
            return Optional.empty();
        }

        /** ECS lists no tasks as an empty list; an answer without any list is none. */
        private ListTasksResponse page(@Nullable String next) {
            String what = "listing tasks of " + (containerInstance == null ? cluster : containerInstance);
            ListTasksResponse page = AwsErrors.calling(
                    what,
                    () -> ecs.listTasks(request -> request.cluster(cluster)
                            .containerInstance(containerInstance)
                            .desiredStatus(desired)
                            .nextToken(next)));
            if (!page.hasTaskArns()) {
                throw new TryLater(what + ": an answer without a list");
            }
            return page;
        }
    }
}
