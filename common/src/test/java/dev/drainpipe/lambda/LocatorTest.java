package dev.drainpipe.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.lambda.Locator.Located;
import dev.drainpipe.port.ContainerInstances;
import dev.drainpipe.port.TryLater;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LocatorTest {
    private final List<String> asked = new ArrayList<>();
    private final Map<String, String> clusterOf = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final List<Set<String>> emptyAnswers = new ArrayList<>();
    private final Attempts attempts = new Attempts(new Journal((level, message, fields) -> {}, "request"));
    private final Locator locator = new Locator(new Fleet(), () -> {
        asked.add("all");
        if (silent.contains("all")) {
            throw new TryLater("throttled");
        }
        return emptyAnswers.isEmpty() ? Set.of("a", "b", "c") : emptyAnswers.remove(0);
    });

    @Test
    void anInstanceThatIsWhereItIsSaidToBeIsNotLookedForElsewhere() {
        clusterOf.put("i-1", "b");

        assertThat(locate("i-1", "b")).isEqualTo(new Located("b", in("i-1")));
        assertThat(asked).containsExactly("b [i-1]");
    }

    /** A wrong name would otherwise make a busy instance look gone, and it would be let go with its tasks. */
    @Test
    void anInstanceThatIsNotWhereItIsSaidToBeIsLookedForEverywhere() {
        clusterOf.put("i-1", "c");

        assertThat(locate("i-1", "a")).isEqualTo(new Located("c", in("i-1")));
    }

    /** One empty answer and a wrong name would otherwise make a busy instance look gone. */
    @Test
    void aListOfNoClustersIsAskedForTwice() {
        clusterOf.put("i-1", "c");
        emptyAnswers.add(Set.of());

        assertThat(locate("i-1", "a")).isEqualTo(new Located("c", in("i-1")));
    }

    @Test
    void anInstanceWithoutAClusterIsFound() {
        clusterOf.put("i-1", "b");

        assertThat(locate("i-1", "")).isEqualTo(new Located("b", in("i-1")));
        assertThat(asked).containsExactly("all", "a [i-1]", "b [i-1]");
    }

    @Test
    void theNextInstanceOfAGroupIsLookedForWhereTheLastOneWas() {
        clusterOf.put("i-1", "c");
        clusterOf.put("i-2", "c");
        locate("i-1", "");
        asked.clear();

        assertThat(locate("i-2", "")).isEqualTo(new Located("c", in("i-2")));
        assertThat(asked).containsExactly("c [i-2]");
    }

    @Test
    void anInstanceIsGoneOnlyIfNoClusterHasItAndTheNamedOneWasAskedTwice() {
        assertThat(locate("i-1", "b")).isEqualTo(new Located("b", ContainerInstance.gone("i-1")));
        assertThat(asked).containsExactly("b [i-1]", "all", "a [i-1]", "b [i-1]", "c [i-1]");
    }

    @Test
    void anInstanceIsNotGoneWhileOneClusterIsSilent() {
        silent.add("c");

        assertThat(locate("i-1", "b").instance().status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void anInstanceIsNotGoneIfNobodySaysWhichClustersThereAre() {
        silent.add("all");

        assertThat(locate("i-1", "b").instance().status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void aSilentClusterDoesNotHideWhatAnotherOneHas() {
        silent.add("a");
        clusterOf.put("i-1", "b");

        assertThat(locate("i-1", "")).isEqualTo(new Located("b", in("i-1")));
    }

    private Located locate(String id, String cluster) {
        DrainRequest request = new DrainRequest(
                new LifecycleAction(id, "group", "hook", null), cluster, null, LoadBalancers.NONE, Instant.EPOCH);
        return Objects.requireNonNull(locator.locate(List.of(request), attempts).get(request));
    }

    private static ContainerInstance in(String id) {
        return new ContainerInstance(id, "arn-" + id, Status.ACTIVE, true, 1);
    }

    private final class Fleet implements ContainerInstances {
        @Override
        public Map<String, ContainerInstance> byInstanceId(String cluster, Collection<String> ids) {
            asked.add(cluster + " " + new TreeSet<>(ids));
            if (silent.contains(cluster)) {
                throw new TryLater("throttled");
            }
            Map<String, ContainerInstance> found = new HashMap<>();
            ids.forEach(id -> found.put(id, cluster.equals(clusterOf.get(id)) ? in(id) : ContainerInstance.gone(id)));
            return found;
        }

        @Override
        public Map<String, ContainerInstance> byArn(String cluster, Map<String, String> instanceIdByArn) {
            throw new AssertionError("nobody knows ARNs here");
        }
    }
}
