package dev.drainpipe.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.function.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerInstanceStatus;
import software.amazon.awssdk.services.ecs.model.UpdateContainerInstancesStateResponse;

class FaultsTest {
    private final FaultyAccount account = new FaultyAccount();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void withoutAFaultCallsAreOnlyCounted() {
        account.invoke(this::drain);

        assertThat(account.statuses()).containsOnly("DRAINING");
        assertThat(account.faults.calls())
                .singleElement()
                .isEqualTo(new CallSite(1, "asker", "ecs:UpdateContainerInstancesState", true, true))
                .hasToString("ecs:UpdateContainerInstancesState (call 1)");
    }

    @Test
    void aFaultBefallsOneCallAndNoOther() {
        account.faults.add(Fault.at(FaultKind.THROTTLED, 2));

        account.invoke(EcsClient::listClusters);
        account.invoke(EcsClient::listClusters);
        account.invoke(EcsClient::listClusters);

        assertThat(account.thrown).hasSize(1);
    }

    @Test
    void othersAreLetAlone() {
        account.faults.add(new Fault(FaultKind.CONNECTION_RESET, call -> true));

        assertThat(account.client("somebody else").listClusters().clusterArns()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "THROTTLED, Rate exceeded",
        "INTERNAL_FAILURE, internal error",
        "DENIED, not authorized",
        "CONNECTION_RESET, Connection reset"
    })
    void aFaultBeforeTheEffectIsSeenAndChangesNothing(FaultKind kind, String words) {
        account.faults.add(Fault.at(kind, 1));

        account.invoke(this::drain);

        assertThat(account.thrown).singleElement().asString().contains(words);
        assertThat(account.statuses()).containsOnly("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"ANSWER_LOST, Connection reset", "TIMED_OUT, Read timed out"})
    void aLostAnswerHidesAnEffect(FaultKind kind, String words) {
        account.faults.add(Fault.at(kind, 1));

        account.invoke(this::drain);

        assertThat(account.thrown).singleElement().asString().contains(words);
        assertThat(account.statuses()).containsOnly("DRAINING");
    }

    @Test
    void aTimeOutTakesTheClientsPatience() {
        account.faults.add(Fault.at(FaultKind.TIMED_OUT, 1));
        Instant begun = account.aws.world().now();

        Instant ended = account.invoke(this::drain);

        assertThat(Duration.between(begun, ended)).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(7));
    }

    @Test
    void anAnswerMayBeEmptyOrHalf() {
        account.faults.add(Fault.at(FaultKind.EMPTY_ANSWER, 1));
        account.faults.add(Fault.at(FaultKind.PARTIAL_ANSWER, 2));
        List<Integer> sizes = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            account.invoke(ecs -> sizes.add(ecs.listContainerInstances(r -> r.cluster("c"))
                    .containerInstanceArns()
                    .size()));
        }

        assertThat(sizes).containsExactly(0, 1, 2);
    }

    @Test
    void entriesOfAChangeFailWithoutEffect() {
        account.faults.add(Fault.at(FaultKind.ENTRY_FAILED, 1));
        List<UpdateContainerInstancesStateResponse> answers = new ArrayList<>();

        account.invoke(ecs -> answers.add(drain(ecs)));

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.containerInstances()).isEmpty();
            assertThat(answer.failures()).hasSize(2);
        });
        assertThat(account.statuses()).containsOnly("ACTIVE");
    }

    @Test
    void theFirstEntryOfADescriptionIsAmongTheFailures() {
        account.faults.add(Fault.at(FaultKind.ENTRY_FAILED, 1));

        account.invoke(ecs -> {
            var answer = ecs.describeContainerInstances(r -> r.cluster("c").containerInstances(account.arns()));
            assertThat(answer.failures()).hasSize(1);
            assertThat(answer.containerInstances()).hasSize(1);
        });

        assertThat(account.outcomes).containsExactly(new Outcome.Answered("null"));
    }

    @ParameterizedTest
    @CsvSource({"CRASH_BEFORE, ACTIVE", "CRASH_AFTER, DRAINING"})
    void aCrashEndsTheInvocationOnOneSideOfTheEffect(FaultKind kind, String status) {
        account.faults.add(Fault.at(kind, 1));

        account.invoke(this::drain);

        assertThat(account.outcomes).singleElement().isInstanceOf(Outcome.Died.class);
        assertThat(account.statuses()).containsOnly(status);
    }

    @Test
    void aFrozenProcessIsKilledByLambda() {
        account.faults.add(Fault.at(FaultKind.FROZEN, 1));

        account.invoke(this::drain);

        assertThat(account.outcomes).containsExactly(new Outcome.TimedOut("Task timed out after 30.00 seconds"));
        assertThat(account.statuses()).containsOnly("ACTIVE");
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultSaysWhichCallsItBefalls(FaultKind kind) {
        CallSite rich = new CallSite(1, "asker", "ecs:DescribeTasks", true, true);

        assertThat(kind.befalls(rich)).isTrue();
        assertThat(kind.befalls(new CallSite(1, "asker", "autoscaling:CompleteLifecycleAction", false, false)))
                .isNotEqualTo(kind == FaultKind.EMPTY_ANSWER
                        || kind == FaultKind.PARTIAL_ANSWER
                        || kind == FaultKind.ENTRY_FAILED);
    }

    private UpdateContainerInstancesStateResponse drain(EcsClient ecs) {
        return ecs.updateContainerInstancesState(
                r -> r.cluster("c").containerInstances(account.arns()).status(ContainerInstanceStatus.DRAINING));
    }
}
