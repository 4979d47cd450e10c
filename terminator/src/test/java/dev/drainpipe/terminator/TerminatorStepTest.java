package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.LoadBalancers;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminatorStepTest extends TickFixture {
    @Test
    void nothingPendingIsOneReceiveAndOneLine() {
        tick();

        assertThat(queue.hidden).hasSize(1);
        assertThat(aws.calls).containsExactly("waiting");
        assertThat(lines).containsExactly("INFO No pending terminations");
    }

    @Test
    void aDrainedInstanceIsLetGoAndItsMessageDeleted() {
        aws.drained("i-1");
        ask("i-1");

        Map<String, Object> answer = tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(queue.deleted).containsExactly("m-i-1");
        assertThat(answer).containsEntry("let_go", 1).containsEntry("waiting", 0);
        assertThat(lines)
                .containsExactly(
                        "INFO i-1 of asg (hook drain): TERMINATE, nothing blocks it; let go, 0 s after it was asked for",
                        "INFO Tick: 1 let go");
    }

    @Test
    void anInstanceThatDrainsDuringTheTickIsLetGoAtTheNextLook() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1");
        pauses.add(() -> {});
        pauses.add(() -> aws.set("i-1", Status.DRAINING, 0));

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
        assertThat(Duration.between(START, now)).isEqualTo(Duration.ofSeconds(30));
        assertThat(decisions()).hasSize(2);
    }

    @Test
    void aTickEndsBeforeItsMinuteAndTheMessageComesBackByItself() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1");

        tick();

        assertThat(Duration.between(START, now)).isEqualTo(Duration.ofSeconds(45));
        assertThat(queue.hidden.get(0)).isEqualTo(Duration.ofSeconds(50));
        assertThat(queue.deleted).isEmpty();
        assertThat(aws.calls).noneMatch(call -> call.startsWith("complete"));
    }

    @Test
    void withARecheckOfZeroThereIsOneLookPerTick() {
        policy = Policies.ONE_LOOK;
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        ask("i-1");

        tick();

        assertThat(now).isEqualTo(START);
        assertThat(aws.calls).filteredOn(call -> call.startsWith("byArn")).hasSize(1);
    }

    @Test
    void manyInstancesAreSeenInBulk() {
        for (int i = 0; i < 100; i++) {
            aws.drained("i-" + i);
            aws.set("i-" + i, Status.DRAINING, i < 99 ? 5 : 0);
            ask("i-" + i);
        }
        policy = Policies.ONE_LOOK;

        tick();

        assertThat(aws.calls.stream().map(call -> call.split(" ", 2)[0]).distinct())
                .containsExactly("hook", "byArn", "daemonGroups", "notStopped", "members", "complete", "waiting");
        assertThat(aws.calls).filteredOn(call -> call.startsWith("notStopped")).hasSize(12);
        assertThat(aws.calls).filteredOn(call -> !call.startsWith("notStopped")).hasSize(6);
    }

    @Test
    void aTaskThatIsBeingStoppedHoldsTheInstanceThoughCountersAreAtZero() {
        aws.drained("i-1");
        aws.tasks.put("arn-i-1", List.of(new Task("t", "service:web", "DEACTIVATING", true)));
        ask("i-1");

        tick();

        assertThat(aws.calls).noneMatch(call -> call.startsWith("complete"));
        assertThat(decisions())
                .singleElement()
                .asString()
                .contains("ASK_AGAIN, TASKS_LEFT (service:web t DEACTIVATING)");
    }

    @Test
    void aDaemonTaskDoesNotHoldTheInstance() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 1);
        aws.daemons.add("service:agent");
        aws.tasks.put("arn-i-1", List.of(new Task("t", "service:agent", "RUNNING", false)));
        ask("i-1");

        tick();

        assertThat(aws.writes()).containsExactly("complete i-1 CONTINUE");
    }

    @Test
    void eachLoadBalancerIsAskedOnceForAllInstances() {
        LoadBalancers both = new LoadBalancers(List.of("lb"), List.of("tg"));
        aws.drained("i-1");
        aws.drained("i-2");
        aws.classic.put("i-1", Attachment.DRAINING);
        aws.targets.add(new Target("tg", "i-2", 80, Attachment.OUT));
        aws.targets.add(new Target("tg", "i-2", 81, Attachment.DRAINING));
        queue.put("m1", body("i-1", both, START), START, 1);
        queue.put("m2", body("i-2", both, START), START, 1);
        policy = Policies.ONE_LOOK;

        tick();

        assertThat(aws.calls).contains("attachments lb [i-1, i-2]", "targets tg [i-1, i-2]");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("complete"));
        assertThat(lines.get(0)).contains("TRAFFIC_LEFT (lb DRAINING)");
        assertThat(lines.get(1)).contains("TRAFFIC_LEFT (tg DRAINING)");
        assertThat(lines.get(2)).isEqualTo("INFO Tick: 2 waiting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"members", "byArn", "notStopped", "attachments", "targets", "complete"})
    void aCallThatIsNotAnsweredNeverLeadsToACompletion(String call) {
        aws.drained("i-1");
        aws.failures.put(call, new TryLater("asking: ThrottlingException"));
        queue.put("m1", body("i-1", new LoadBalancers(List.of("lb"), List.of("tg")), START), START, 1);

        tick();

        assertThat(queue.deleted).isEmpty();
        assertThat(lines).anyMatch(line -> line.equals("WARN Not now: asking: ThrottlingException"));
        assertThat(lines).noneMatch(line -> line.contains("let go"));
    }

    @Test
    void aRefusalHoldsOnlyWhatNeededItAndFailsTheTickAtItsEnd() {
        aws.drained("i-1");
        aws.drained("i-2");
        aws.failures.put("attachments lb", new IllegalStateException("AccessDenied"));
        queue.put("m1", body("i-1", new LoadBalancers(List.of("lb"), List.of()), START), START, 1);
        ask("i-2");

        assertThatThrownBy(this::tick).hasMessage("AccessDenied");

        assertThat(aws.calls).contains("complete i-2 CONTINUE").doesNotContain("complete i-1 CONTINUE");
    }

    @Test
    void heartbeatsAreCountedAndSaid() {
        aws.drained("i-1");
        aws.set("i-1", Status.DRAINING, 3);
        queue.put("m", body("i-1", LoadBalancers.NONE, START.minus(Duration.ofHours(1))), START, 1);
        policy = Policies.ONE_LOOK;

        assertThat(tick()).containsEntry("heartbeats", 1).containsEntry("waiting", 1);

        assertThat(aws.writes()).containsExactly("heartbeat i-1");
        assertThat(lines).last().isEqualTo("INFO Tick: 1 waiting, 1 kept open by a heartbeat");
    }
}
