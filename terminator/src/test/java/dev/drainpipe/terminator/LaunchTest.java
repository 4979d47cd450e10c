package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.fleet.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LaunchTest extends TickFixture {
    @Test
    void anInstanceIsLetInOnceItIsReadyToServe() {
        aws.phase("i-1", Phase.WAITS_TO_ENTER);
        aws.set("i-1", Status.REGISTERING, 0);
        ask("i-1", "asg", since(Reason.LAUNCH, START));
        pauses.add(() -> aws.set("i-1", Status.ACTIVE, 0));

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(queue.deleted).containsExactly("launch-i-1");
        assertThat(decisions())
                .containsExactly(
                        "INFO i-1 of asg (hook boot): NOT_READY, ECS says REGISTERING; waits",
                        "INFO i-1 of asg (hook boot): READY, it is ACTIVE, its agent is connected; let in");
    }

    /** An instance that never comes up must be replaced by its hook's own time-out, not kept for two days. */
    @Test
    void anInstanceThatIsNeverReadyIsNeitherLetInNorKeptOpen() {
        aws.phase("i-1", Phase.WAITS_TO_ENTER);
        ask("i-1", "asg", since(Reason.LAUNCH, START.minus(Duration.ofHours(3))));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).isEmpty();
    }

    @Test
    void anInstanceThatServesAlreadyIsFinishedInOnePass() {
        aws.phase("i-1", Phase.IN_SERVICE);
        aws.set("i-1", Status.ACTIVE, 0);
        ask("i-1", "asg", since(Reason.LAUNCH, START));

        tick();

        assertThat(aws.writes()).isEmpty();
        assertThat(queue.deleted).containsExactly("launch-i-1");
    }

    @Test
    void neitherTasksNorLoadBalancersAreLookedAt() {
        aws.phase("i-1", Phase.WAITS_TO_ENTER);
        aws.set("i-1", Status.ACTIVE, 4);
        ask("i-1", "asg", since(Reason.LAUNCH, START));

        tick();

        assertThat(aws.calls).noneMatch(call -> call.matches("(notStopped|daemonGroups|attachments|targets) .*"));
        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }
}
