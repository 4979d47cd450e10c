package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.DrainRequest;
import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.message.TerminationMessage;
import dev.drainpipe.port.TryLater;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocatingTest extends TickFixture {
    @Test
    void anInstanceIsGoneOnlyIfItIsGoneEverywhere() {
        aws.phase("i-1", Phase.WAITS_TO_LEAVE);
        aws.clusterOf.put("i-9", "other");
        queue.put("m", olderBody("i-1"), START, 1);

        tick();

        assertThat(aws.calls)
                .containsSubsequence("byInstanceId c [i-1]", "clusters", "byInstanceId c [i-1]")
                .contains("byInstanceId other [i-1]");
        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    /** A wrong cluster name made a busy instance look gone, and it was let go with its tasks. */
    @Test
    void aWrongClusterNameNeverLeadsToACompletion() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        aws.clusterOf.put("i-1", "right");
        put("i-1", "wrong", null);

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(decisions()).singleElement().asString().contains("ASK_AGAIN, TASKS_LEFT (3 by ECS's counters)");
    }

    /** The same, for a message that names the container instance as well. */
    @Test
    void aWrongClusterNameBesideAnArnNeverLeadsToACompletion() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        aws.clusterOf.put("i-1", "right");
        put("i-1", "wrong", "arn-i-1");

        tick();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void theClusterThatAnArnNamesGoesBeforeTheOneThatTheMessageNames() {
        String arn = "arn:aws:ecs:r:1:container-instance/right/0123";
        aws.drained("i-1");
        aws.clusterOf.put("i-1", "right");
        put("i-1", "wrong", arn);

        tick();

        assertThat(aws.calls).contains("byArn right [" + arn + "]").noneMatch(call -> call.contains("wrong"));
        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void whatWasFoundIsNotLookedForAgainInTheSameTick() {
        aws.drained("i-1");
        aws.instances.put("i-1", new ContainerInstance("i-1", "arn-i-1", Status.DRAINING, true, 0));
        aws.tasks.put("arn-i-1", List.of(new Task("t", "service:web", "STOPPING", true)));
        aws.clusterOf.put("i-1", "right");
        put("i-1", "", null);

        tick();

        assertThat(aws.calls).filteredOn("clusters"::equals).hasSize(1);
        assertThat(aws.calls).contains("byArn right [arn-i-1]", "notStopped right arn-i-1");
    }

    @Test
    void aClusterThatDoesNotAnswerMayHaveTheInstance() {
        aws.phase("i-1", Phase.WAITS_TO_LEAVE);
        aws.clusterOf.put("i-9", "other");
        aws.failures.put("byInstanceId other", new TryLater("listing: ThrottlingException"));
        put("i-1", "c", null);

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(lines).anyMatch(line -> line.contains("STALE (ECS did not answer, its tasks were not seen)"));
    }

    private void put(String id, String cluster, @Nullable String arn) {
        LifecycleAction action = new LifecycleAction(id, "asg", "drain", "token");
        String body = TerminationMessage.write(new DrainRequest(action, cluster, arn, LoadBalancers.NONE, START));
        queue.put("m-" + id, body, START, 1);
    }
}
