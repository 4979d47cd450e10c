package dev.drainpipe.proof.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.draw.Options;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.CompleteLifecycleActionRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/** Each invariant can fail, and does not without a reason. */
class InvariantsTest {
    private static final Options DRY =
            new Options(Duration.ofMinutes(10), "CONTINUE", "wait", "SPOT", 15, true, false, true);

    @Test
    void anInstanceThatIsLetGoWithATaskIsLetGoEarly() {
        Story story = new Story().active(2).asked();
        Invariant invariant = new NothingIsLetGoEarly(story);

        assertThat(story.shown(invariant, story.action(ActionStep.COMPLETED))).isEmpty();
        story.task("service:s", "STOPPING");
        assertThat(story.shown(invariant, story.action(ActionStep.COMPLETED)))
                .hasValueSatisfying(seen -> assertThat(seen).contains("a task of service:s is STOPPING"));
    }

    @Test
    void afterTheDeadlineNothingIsEarly() {
        Story story = new Story().active(2).asked().task("service:s", "RUNNING").pass(Duration.ofMinutes(10));

        assertThat(story.shown(new NothingIsLetGoEarly(story), story.action(ActionStep.COMPLETED)))
                .isEmpty();
    }

    @Test
    void whatSomebodyElseTookIsNotLetGoEarlyByUs() {
        Story story = new Story().active(2).asked().task("service:s", "RUNNING");
        story.history.taken(Story.INSTANCE);

        assertThat(story.shown(new NothingIsLetGoEarly(story), story.action(ActionStep.COMPLETED)))
                .isEmpty();
    }

    @Test
    void aCallAboutAnInstanceNobodyAskedForTouchesIt() {
        Story story = new Story().active(2);
        Invariant invariant = new NobodyIsTouchedUnasked(story);

        assertThat(complete(story, invariant, "CONTINUE")).isPresent();
        story.asked();
        assertThat(complete(story, invariant, "CONTINUE")).isEmpty();
    }

    @Test
    void abandoningWhatWasContinuedContradicts() {
        Story story = new Story().active(2).asked();
        Invariant invariant = new CompletionsDoNotContradict();

        assertThat(complete(story, invariant, "CONTINUE")).isEmpty();
        assertThat(complete(story, invariant, "CONTINUE")).isEmpty();
        assertThat(complete(story, invariant, "ABANDON")).isPresent();
    }

    @Test
    void aCountAboveOrBelowWhatInstancesCarryIsOutOfBounds() {
        assertThat(setTo(4)).isPresent();
        assertThat(setTo(3)).isEmpty();
        assertThat(setTo(1)).isPresent();
    }

    /** Four instances, one of them kept free, and two tasks now. */
    private static Optional<String> setTo(int count) {
        Story story = new Story().active(4).tell(new ServiceCounts(Story.START, "c", "s", 2, 2, 2));
        story.pass(Duration.ofMinutes(5));
        UpdateServiceRequest request = UpdateServiceRequest.builder()
                .cluster("c")
                .service("s")
                .desiredCount(count)
                .build();
        return story.shown(new CountsStayInBounds(), "task-scaler", "ecs:UpdateService", request);
    }

    @Test
    void aWriteInADryRunChangesSomething() {
        assertThat(complete(new Story(DRY).asked(), new DryRunsChangeNothing(), "CONTINUE"))
                .isPresent();
        assertThat(complete(new Story().asked(), new DryRunsChangeNothing(), "CONTINUE"))
                .isEmpty();
    }

    @Test
    void aHeartbeatLongAfterTheEndIsNotLegal() {
        Story story = new Story().active(2).asked();
        Invariant invariant = new HeartbeatsAreLegal();
        assertThat(story.shown(invariant, story.action(ActionStep.COMPLETED))).isEmpty();

        assertThat(heartbeat(story, invariant)).isEmpty();
        story.pass(Duration.ofMinutes(2));
        assertThat(heartbeat(story, invariant)).isPresent();
    }

    @Test
    void aWaitThatTimesOutWasNotKeptOpen() {
        Story story = new Story().active(2).asked().pass(Duration.ofMinutes(9));

        assertThat(story.shown(new WaitsAreKeptOpen(), story.action(ActionStep.TIMED_OUT)))
                .isPresent();
        story.history.trouble(story.now());
        assertThat(story.shown(new WaitsAreKeptOpen(), story.action(ActionStep.TIMED_OUT)))
                .isEmpty();
    }

    @Test
    void aWaitPastItsDeadlineDoesNotHoldIt() {
        Story story = new Story().active(2).asked().pass(Duration.ofMinutes(10));

        assertThat(story.shown(new DeadlinesHold(story), story.invocation(Optional.empty())))
                .isEmpty();
        story.pass(Duration.ofMinutes(2));
        assertThat(story.shown(new DeadlinesHold(story), story.invocation(Optional.empty())))
                .isPresent();
    }

    @Test
    void anInvocationThatCallsAgainAndAgainIsOverItsBudget() {
        Story story = new Story().active(2).asked();
        Invariant invariant = new CallsStayInBudget();
        for (int i = 0; i < 270; i++) {
            assertThat(heartbeat(story, invariant)).isEmpty();
        }

        assertThat(heartbeat(story, invariant)).isPresent();
        assertThat(story.shown(invariant, story.invocation(Optional.empty()))).isEmpty();
        assertThat(heartbeat(story, invariant)).isEmpty();
    }

    @Test
    void aMessageThatIsCopiedAgainAndAgainIsOverItsBudget() {
        Story story = new Story().active(2).asked();
        Invariant invariant = new CallsStayInBudget();
        SendMessageBatchRequest copy = SendMessageBatchRequest.builder()
                .queueUrl("https://sqs/1/termination-queue")
                .build();
        for (int i = 0; i < 3; i++) {
            assertThat(story.shown(invariant, "terminator", "sqs:SendMessageBatch", copy))
                    .isEmpty();
        }

        assertThat(story.shown(invariant, "terminator", "sqs:SendMessageBatch", copy))
                .isPresent();
    }

    @Test
    void aRequestLostAtAnInstanceThatWeDrainIsDropped() {
        Story story = new Story().active(2);
        RequestDropped drop = new RequestDropped(story.now(), "lb", Optional.of(Story.INSTANCE), "refused");

        assertThat(story.shown(new NoRequestIsDropped(), drop)).isEmpty();
        story.asked();
        assertThat(story.shown(new NoRequestIsDropped(), drop)).isPresent();
        story.history.taken(Story.INSTANCE);
        assertThat(story.shown(new NoRequestIsDropped(), drop)).isEmpty();
    }

    @Test
    void aTokenInALogIsASecretThatWasWritten() {
        Story story = new Story();
        story.history.token("1b0ab5b1");

        assertThat(story.shown(new NoSecretIsWritten(), new LogLine(story.now(), "terminator", "it is 1b0ab5b1")))
                .isPresent();
        assertThat(story.shown(new NoSecretIsWritten(), new LogLine(story.now(), "terminator", "it is hidden")))
                .isEmpty();
    }

    @Test
    void aDrainWithoutAMessageIsLost() {
        Story story = new Story().active(2).asked().pass(Duration.ofMinutes(1));
        assertThat(story.shown(new NoMessageIsLost(story), story.invocation(Optional.empty())))
                .isEmpty();

        story.messages.clear();

        assertThat(story.shown(new NoMessageIsLost(story), story.invocation(Optional.empty())))
                .isPresent();
        story.deadLetters.add("about " + Story.INSTANCE);
        assertThat(story.shown(new NoMessageIsLost(story), story.invocation(Optional.empty())))
                .isEmpty();
    }

    @Test
    void anErrorWithoutATroubleIsAFailureByItself() {
        Story story = new Story();

        assertThat(story.shown(new NothingFailsByItself(), story.invocation(Optional.of("a bug"))))
                .contains("terminator: a bug");
        story.history.trouble(story.now());
        assertThat(story.shown(new NothingFailsByItself(), story.invocation(Optional.of("a bug"))))
                .isEmpty();
    }

    @Test
    void anOpenDrainOrAMessageAtTheEndHasNotSettled() {
        Story story = new Story();
        assertThat(story.atTheEnd(new EverythingSettles(story))).isEmpty();

        story.asked();

        assertThat(story.atTheEnd(new EverythingSettles(story)))
                .hasValueSatisfying(seen -> assertThat(seen).contains("open"));
        story.tell(story.action(ActionStep.COMPLETED));
        assertThat(story.atTheEnd(new EverythingSettles(story)))
                .hasValueSatisfying(seen -> assertThat(seen).contains("on the queues"));
    }

    @Test
    void aCountThatIsNotWhatItsInstancesCarryHasNotSettled() {
        Story story = new Story().active(4).pass(Duration.ofMinutes(5));
        assertThat(story.atTheEnd(new CountsSettle(story))).isEmpty();

        story.tell(new ServiceCounts(story.now(), "c", "s", 1, 1, 1));

        assertThat(story.atTheEnd(new CountsSettle(story))).isPresent();
    }

    private static Optional<String> complete(Story story, Invariant invariant, String result) {
        CompleteLifecycleActionRequest request = CompleteLifecycleActionRequest.builder()
                .instanceId(Story.INSTANCE)
                .lifecycleHookName(Story.HOOK)
                .lifecycleActionResult(result)
                .build();
        return story.shown(invariant, "terminator", "autoscaling:CompleteLifecycleAction", request);
    }

    private static Optional<String> heartbeat(Story story, Invariant invariant) {
        RecordLifecycleActionHeartbeatRequest request = RecordLifecycleActionHeartbeatRequest.builder()
                .instanceId(Story.INSTANCE)
                .lifecycleHookName(Story.HOOK)
                .build();
        return story.shown(invariant, "terminator", "autoscaling:RecordLifecycleActionHeartbeat", request);
    }
}
