package dev.drainpipe.terminator;

import static dev.drainpipe.terminator.Blocker.AGENT_SILENT;
import static dev.drainpipe.terminator.Blocker.NOT_DRAINING;
import static dev.drainpipe.terminator.Blocker.STALE;
import static dev.drainpipe.terminator.Blocker.TASKS_LEFT;
import static dev.drainpipe.terminator.Blocker.TRAFFIC_LEFT;
import static dev.drainpipe.terminator.Sights.SEEN_AT;
import static dev.drainpipe.terminator.Sights.drained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeToTerminateTest {
    private static final Term IN_TIME = new Term(SEEN_AT, SEEN_AT.plus(Duration.ofHours(1)));
    private static final Term PASSED = new Term(SEEN_AT.minus(Duration.ofHours(2)), SEEN_AT.minus(Duration.ofHours(1)));

    @Test
    void aDrainedInstanceIsSafe() {
        Decision decision = decide(drained());

        assertThat(decision.verdict()).isEqualTo(Verdict.TERMINATE);
        assertThat(decision.blockers()).isEmpty();
        assertThat(decision.reasons()).isEqualTo("nothing blocks it");
    }

    @Test
    void whatIsThirtySecondsOldIsFreshAndWhatIsOlderIsStale() {
        Sight sight = drained().sight();

        assertThat(SafeToTerminate.decide(sight, IN_TIME, SEEN_AT.plusSeconds(30))
                        .verdict())
                .isEqualTo(Verdict.TERMINATE);
        Decision late =
                SafeToTerminate.decide(sight, IN_TIME, SEEN_AT.plusSeconds(30).plusMillis(1));
        assertThat(late.verdict()).isEqualTo(Verdict.ASK_AGAIN);
        assertThat(late.blockers()).containsExactly(entry(STALE, "seen 30 s ago"));
    }

    @Test
    void whatWasNotSeenIsStale() {
        assertBlocked(drained().in(Membership.UNKNOWN), STALE, "its group did not answer");
        assertBlocked(drained().with(TasksSeen.unknown()), STALE, "its tasks were not seen");
        assertBlocked(drained().with("lb", Attachment.UNKNOWN), STALE, "lb UNKNOWN");
        assertBlocked(drained().withStatus(Status.UNKNOWN), STALE, "ECS did not answer");
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"ACTIVE", "REGISTERING"})
    void anInstanceThatMayGetTasksBlocks(Status status) {
        assertBlocked(drained().withStatus(status), NOT_DRAINING, "it is " + status);
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.class,
            names = {"DRAINING", "LEAVING", "GONE"})
    void anInstanceThatGetsNoTasksDoesNotBlock(Status status) {
        assertThat(decide(drained().withStatus(status)).verdict()).isEqualTo(Verdict.TERMINATE);
    }

    @Test
    void aSilentAgentBlocks() {
        assertBlocked(drained().withSilentAgent(), AGENT_SILENT, "its agent is not connected");
    }

    @Test
    void anInstanceThatIsGoneHasNoAgentToBeSilent() {
        assertThat(decide(drained().gone()).verdict()).isEqualTo(Verdict.TERMINATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PROVISIONING", "PENDING", "ACTIVATING", "RUNNING", "DEACTIVATING", "STOPPING", "DEPROVISIONING"
            })
    void aTaskThatIsNotStoppedBlocksThoughCountersAreAtZero(String status) {
        assertBlocked(drained().withTask("service:web", status), TASKS_LEFT, "service:web t1 " + status);
    }

    @Test
    void aStandaloneTaskBlocks() {
        assertBlocked(drained().withTask("family:report", "RUNNING"), TASKS_LEFT, "family:report t1 RUNNING");
    }

    @Test
    void tasksByTheCountersBlock() {
        assertBlocked(drained().with(TasksSeen.counted(1)), TASKS_LEFT, "1 by ECS's counters");
    }

    @Test
    void aDaemonTaskDoesNotHoldAnInstanceOnceAllOthersHaveStopped() {
        assertThat(decide(drained().withTasks(new Task("t1", "service:agent", "RUNNING", false).ofDaemon()))
                        .verdict())
                .isEqualTo(Verdict.TERMINATE);
    }

    @Test
    void aDaemonTaskDoesNotHideAnother() {
        Sights both = drained()
                .withTasks(
                        new Task("d", "service:agent", "RUNNING", false).ofDaemon(),
                        new Task("t", "service:web", "STOPPING", true));

        assertBlocked(both, TASKS_LEFT, "service:web t STOPPING");
    }

    @Test
    void aLoadBalancerThatHoldsTheInstanceBlocks() {
        assertBlocked(drained().with("lb", Attachment.REGISTERED), TRAFFIC_LEFT, "lb REGISTERED");
    }

    @Test
    void aLoadBalancerThatDrainsTheInstanceBlocks() {
        assertBlocked(drained().with("tg", Attachment.DRAINING), TRAFFIC_LEFT, "tg DRAINING");
    }

    @Test
    void trafficBlocksEvenIfEcsDoesNotHaveTheInstance() {
        assertBlocked(drained().gone().with("lb", Attachment.DRAINING), TRAFFIC_LEFT, "lb DRAINING");
    }

    @Test
    void allReasonsAreReportedNotTheFirst() {
        Decision decision = decide(drained()
                .withStatus(Status.ACTIVE)
                .withSilentAgent()
                .with(TasksSeen.counted(2))
                .with("lb", Attachment.REGISTERED)
                .with("tg", Attachment.UNKNOWN));

        assertThat(decision.blockers()).containsOnlyKeys(STALE, NOT_DRAINING, AGENT_SILENT, TASKS_LEFT, TRAFFIC_LEFT);
        assertThat(decision.reasons())
                .isEqualTo("STALE (tg UNKNOWN), NOT_DRAINING (it is ACTIVE), AGENT_SILENT (its agent is not connected),"
                        + " TASKS_LEFT (2 by ECS's counters), TRAFFIC_LEFT (lb REGISTERED)");
    }

    @Test
    void theDeadlineWaivesASilentAgentTasksAndTraffic() {
        Sight sight = drained()
                .withSilentAgent()
                .with(TasksSeen.counted(2))
                .with("lb", Attachment.DRAINING)
                .sight();

        assertThat(SafeToTerminate.decide(sight, PASSED, SEEN_AT).verdict()).isEqualTo(Verdict.OVERDUE);
    }

    @Test
    void theDeadlinePassesAtItsVeryInstant() {
        Sight sight = drained().with(TasksSeen.counted(2)).sight();

        Instant firstSeen = SEEN_AT.minus(Duration.ofHours(1));

        assertThat(SafeToTerminate.decide(sight, new Term(firstSeen, SEEN_AT), SEEN_AT)
                        .verdict())
                .isEqualTo(Verdict.OVERDUE);
        assertThat(SafeToTerminate.decide(sight, new Term(firstSeen, SEEN_AT.plusMillis(1)), SEEN_AT)
                        .verdict())
                .isEqualTo(Verdict.ASK_AGAIN);
    }

    @Test
    void theDeadlineWaivesNothingElse() {
        List<Sights> unwaivable = new ArrayList<>();
        unwaivable.add(drained().withStatus(Status.ACTIVE));
        unwaivable.add(drained().withStatus(Status.UNKNOWN));
        unwaivable.add(drained().in(Membership.UNKNOWN));
        unwaivable.add(drained().withStatus(Status.REGISTERING).with(TasksSeen.counted(1)));
        unwaivable.add(drained().with(TasksSeen.unknown()));
        unwaivable.add(drained().with("lb", Attachment.UNKNOWN).with(TasksSeen.counted(1)));

        assertThat(unwaivable)
                .allSatisfy(spoilt -> assertThat(SafeToTerminate.decide(spoilt.sight(), PASSED, SEEN_AT)
                                .verdict())
                        .isEqualTo(Verdict.ASK_AGAIN));
    }

    @Test
    void aDrainedInstanceIsSafeAfterTheDeadlineToo() {
        assertThat(SafeToTerminate.decide(drained().sight(), PASSED, SEEN_AT).verdict())
                .isEqualTo(Verdict.TERMINATE);
    }

    @Test
    void everyBlockerHasItsSentence() {
        assertThat(Blocker.values())
                .allSatisfy(blocker -> assertThat(blocker.sentence()).isNotBlank());
        assertThat(Blocker.values())
                .filteredOn(Blocker::waivable)
                .containsExactly(AGENT_SILENT, TASKS_LEFT, TRAFFIC_LEFT);
    }

    private static void assertBlocked(Sights sights, Blocker blocker, String seen) {
        Decision decision = decide(sights);

        assertThat(decision.verdict()).isEqualTo(Verdict.ASK_AGAIN);
        assertThat(decision.blockers()).containsExactly(entry(blocker, seen));
    }

    private static Decision decide(Sights sights) {
        return SafeToTerminate.decide(sights.sight(), IN_TIME, SEEN_AT);
    }
}
