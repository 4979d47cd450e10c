package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.LifecycleAction;
import dev.drainpipe.fleet.Member;
import dev.drainpipe.fleet.Member.Phase;
import dev.drainpipe.port.HookTimeouts.Timeouts;
import dev.drainpipe.port.LifecycleActions.Answer;
import dev.drainpipe.port.LifecycleActions.Result;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;

class AutoScalingAdaptersTest {
    private static final LifecycleAction ACTION = new LifecycleAction("i-1", "asg", "drain", "token");

    private final ScriptedHttp http = new ScriptedHttp();
    private final AutoScalingClient autoScaling = http.clients().build(AutoScalingClient.builder());
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Terminating:Wait, WAITS_TO_LEAVE",
        "Warmed:Terminating:Wait, WAITS_TO_LEAVE",
        "Pending:Wait, WAITS_TO_ENTER",
        "Warmed:Pending:Wait, WAITS_TO_ENTER",
        "Pending:Proceed, ENTERED",
        "Pending, ENTERING",
        "InService, IN_SERVICE",
        "Terminating, LEAVING",
        "Terminating:Proceed, LEFT",
        "Terminating:Retained, LEFT",
        "Terminated, LEFT",
        "Detached, LEFT",
        "Standby, ELSEWHERE",
        "Warmed:Stopped, ELSEWHERE",
        "SomethingNew, ELSEWHERE"
    })
    void aStateOfAutoScalingIsAPhaseOfALife(String state, Phase phase) {
        http.answer(instances("<member><InstanceId>i-1</InstanceId><AutoScalingGroupName>asg</AutoScalingGroupName>"
                + "<LifecycleState>" + state + "</LifecycleState></member>"));

        assertThat(new AutoScalingGroups(autoScaling).members(List.of("i-1")))
                .isEqualTo(Map.of("i-1", new Member("asg", phase)));
    }

    /** An answer that was empty by mistake made a drain disappear while its instance waited. */
    @Test
    void anInstanceIsInNoGroupOnlyIfTwoAnswersLeaveItOut() {
        http.answer(instances(""))
                .answer(instances(member("i-1")))
                .answer(instances(""))
                .answer(instances(""));
        AutoScalingGroups groups = new AutoScalingGroups(autoScaling);

        assertThat(groups.members(List.of("i-1"))).containsEntry("i-1", new Member("asg", Phase.WAITS_TO_LEAVE));
        assertThat(groups.members(List.of("i-1"))).containsEntry("i-1", Member.OF_NO_GROUP);
    }

    @Test
    void fiftyOneInstancesAreTwoCalls() {
        List<String> ids = IntStream.range(0, 51).mapToObj(i -> "i-" + i).toList();
        http.answer(instances(ids.subList(0, 50).stream()
                        .map(AutoScalingAdaptersTest::member)
                        .collect(Collectors.joining())))
                .answer(instances(member("i-50")));

        assertThat(new AutoScalingGroups(autoScaling).members(ids)).hasSize(51);

        assertThat(http.requests).hasSize(2);
    }

    @Test
    void aWaitIsCompletedByTokenAndInstance() {
        http.answer(empty("CompleteLifecycleAction"));

        assertThat(new AutoScalingActions(autoScaling).complete(ACTION, Result.CONTINUE))
                .isEqualTo(Answer.DONE);

        assertThat(http.requests.get(0))
                .contains(
                        "AutoScalingGroupName=asg",
                        "LifecycleHookName=drain",
                        "LifecycleActionToken=token",
                        "InstanceId=i-1",
                        "LifecycleActionResult=CONTINUE");
    }

    @Test
    void withoutATokenTheInstanceIsEnough() {
        http.answer(empty("RecordLifecycleActionHeartbeat"));

        assertThat(new AutoScalingActions(autoScaling).heartbeat(new LifecycleAction("i-1", "asg", "drain", null)))
                .isEqualTo(Answer.DONE);

        assertThat(http.requests.get(0)).contains("InstanceId=i-1").doesNotContain("LifecycleActionToken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No active Lifecycle Action found with token 1",
                "No active Lifecycle Action found with instance ID i-1",
                "AutoScalingGroup name not found - null"
            })
    void aWaitThatIsNotThereIsOver(String message) {
        http.queryError(400, "ValidationError", message).queryError(400, "ValidationError", message);
        AutoScalingActions actions = new AutoScalingActions(autoScaling);

        assertThat(actions.complete(ACTION, Result.CONTINUE)).isEqualTo(Answer.OVER);
        assertThat(actions.heartbeat(ACTION)).isEqualTo(Answer.OVER);
    }

    @Test
    void aMalformedRequestIsNotTakenForAWaitThatIsOver() {
        http.queryError(400, "ValidationError", "1 validation error detected: Value at 'lifecycleActionToken' failed");

        assertThatThrownBy(() -> new AutoScalingActions(autoScaling).complete(ACTION, Result.CONTINUE))
                .isInstanceOf(AutoScalingException.class);
    }

    @Test
    void contentionIsNotNow() {
        http.queryError(500, "ResourceContention", "You already have a pending update");

        assertThatThrownBy(() -> new AutoScalingActions(autoScaling).complete(ACTION, Result.CONTINUE))
                .isInstanceOf(TryLater.class);
    }

    @Test
    void aHookIsReadOnceInAQuarterOfAnHour() {
        AutoScalingHooks hooks = new AutoScalingHooks(autoScaling, () -> now);
        http.answer(hook("<HeartbeatTimeout>300</HeartbeatTimeout><GlobalTimeout>30000</GlobalTimeout>"));
        Timeouts expected = new Timeouts(Duration.ofMinutes(5), Duration.ofMinutes(500));

        assertThat(hooks.of("asg", "drain")).contains(expected);
        now = now.plus(Duration.ofMinutes(15)).minusMillis(1);
        assertThat(hooks.of("asg", "drain")).contains(expected);

        now = now.plusMillis(1);
        http.answer(hook("<HeartbeatTimeout>600</HeartbeatTimeout>"));
        assertThat(hooks.of("asg", "drain")).contains(new Timeouts(Duration.ofMinutes(10), Duration.ofMinutes(1000)));
    }

    @Test
    void aHookThatWasKnownStaysKnownWhileAwsIsSilent() {
        AutoScalingHooks hooks = new AutoScalingHooks(autoScaling, () -> now);
        http.answer(hook("")).queryError(400, "Throttling", "Rate exceeded");
        Timeouts defaults = new Timeouts(Duration.ofHours(1), Duration.ofDays(2));
        assertThat(hooks.of("asg", "drain")).contains(defaults);

        now = now.plus(Duration.ofHours(1));

        assertThat(hooks.of("asg", "drain")).contains(defaults);
    }

    @Test
    void aHookThatDoesNotExistHasNoTimeouts() {
        AutoScalingHooks hooks = new AutoScalingHooks(autoScaling, () -> now);
        http.queryError(400, "ValidationError", "AutoScalingGroup name not found - null")
                .queryError(400, "ValidationError", "AutoScalingGroup name not found - null")
                .answer(noHooks())
                .answer(noHooks());

        assertThat(hooks.of("asg", "drain")).isEmpty();
        assertThat(hooks.of("asg", "drain")).isEmpty();
    }

    /** An answer that was empty by mistake made a drain disappear while its instance waited. */
    @Test
    void aHookIsGoneOnlyIfTwoAnswersAgree() {
        AutoScalingHooks hooks = new AutoScalingHooks(autoScaling, () -> now);
        http.answer(noHooks()).answer(hook(""));

        assertThat(hooks.of("asg", "drain")).isPresent();
    }

    /** The runtime writes the error of a failed invocation to the log, and a token lets an instance go. */
    @Test
    void aRefusalNeverShowsTheToken() {
        String token = "87654321-4321-4321-4321-210987654321";
        http.queryError(400, "ValidationError", "Value '" + token + "' at 'lifecycleActionToken' failed")
                .queryError(403, "AccessDenied", "No right to complete token " + token);
        AutoScalingActions actions = new AutoScalingActions(autoScaling);

        assertThatThrownBy(() -> actions.heartbeat(ACTION)).hasMessageNotContainingAny(token, "87654321");
        assertThatThrownBy(() -> actions.complete(ACTION, Result.CONTINUE))
                .hasMessageContaining("No right to complete")
                .hasMessageNotContaining(token);
    }

    private static String instances(String members) {
        return "<DescribeAutoScalingInstancesResponse><DescribeAutoScalingInstancesResult><AutoScalingInstances>"
                + members + "</AutoScalingInstances></DescribeAutoScalingInstancesResult>"
                + "</DescribeAutoScalingInstancesResponse>";
    }

    private static String member(String id) {
        return "<member><InstanceId>" + id + "</InstanceId><AutoScalingGroupName>asg</AutoScalingGroupName>"
                + "<LifecycleState>Terminating:Wait</LifecycleState></member>";
    }

    private static String noHooks() {
        return "<DescribeLifecycleHooksResponse><DescribeLifecycleHooksResult><LifecycleHooks/>"
                + "</DescribeLifecycleHooksResult></DescribeLifecycleHooksResponse>";
    }

    private static String hook(String timeouts) {
        return "<DescribeLifecycleHooksResponse><DescribeLifecycleHooksResult><LifecycleHooks><member>"
                + "<LifecycleHookName>drain</LifecycleHookName>" + timeouts
                + "</member></LifecycleHooks></DescribeLifecycleHooksResult></DescribeLifecycleHooksResponse>";
    }

    private static String empty(String operation) {
        return "<" + operation + "Response><" + operation + "Result/></" + operation + "Response>";
    }
}
