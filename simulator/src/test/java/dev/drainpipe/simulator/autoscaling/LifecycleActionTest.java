package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookRequest;
import software.amazon.awssdk.services.autoscaling.model.RecordLifecycleActionHeartbeatRequest;
import software.amazon.awssdk.services.autoscaling.model.RetentionAction;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class LifecycleActionTest {
    private static final String OTHER = "00000000-0000-4000-8000-000000000000";

    private static Fleet held(String... hooks) {
        Fleet fleet = Fleet.of(1);
        for (String hook : hooks) {
            fleet.hook(hook);
        }
        return fleet.scaleTo(0);
    }

    private static RecordLifecycleActionHeartbeatRequest heartbeat(String hook, String token) {
        return RecordLifecycleActionHeartbeatRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .lifecycleHookName(hook)
                .lifecycleActionToken(token)
                .build();
    }

    private static Fleet behaving(BothGiven bothGiven, PastGlobalTimeout pastGlobalTimeout) {
        Fleet fleet = new Fleet(new AutoScalingBehaviour(ScaleIn.Policy.OLDEST, bothGiven, pastGlobalTimeout));
        fleet.autoScaling.create(GroupSpec.of(Fleet.NAME, 1));
        return fleet.pass(Duration.ofMinutes(2));
    }

    @Test
    void anActionIsCompletedByInstanceIdAlone() {
        Fleet fleet = held("drain");

        fleet.calls.send(Fleet.completing("drain", "CONTINUE")
                .instanceId(fleet.idsIn("Terminating:Wait").get(0))
                .build());

        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    @Test
    void aSecondCompletionFindsNoActiveAction() {
        Fleet fleet = held("drain");
        String token = fleet.token("drain");
        fleet.complete("drain", token, "CONTINUE");

        AwsError error = fleet.calls.refused(Fleet.completing("drain", "CONTINUE")
                .lifecycleActionToken(token)
                .build());

        assertThat(error.status()).isEqualTo(400);
        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text()).isEqualTo("No active Lifecycle Action found with token " + token);
    }

    @Test
    void anInstanceThatDoesNotWaitHasNoActiveAction() {
        Fleet fleet = Fleet.of(1).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        AwsError error = fleet.calls.refused(
                Fleet.completing("drain", "CONTINUE").instanceId(id).build());

        assertThat(error.text()).isEqualTo("No active Lifecycle Action found with instance ID " + id);
    }

    @Test
    void aTokenOfAnotherHookIsNotFound() {
        Fleet fleet = held("drain", "backup");

        AwsError error = fleet.calls.refused(Fleet.completing("backup", "CONTINUE")
                .lifecycleActionToken(fleet.token("drain"))
                .build());

        assertThat(error.text()).startsWith("No active Lifecycle Action found with token ");
    }

    @Test
    void aTokenHas36Characters() {
        Fleet fleet = held("drain");

        AwsError error = fleet.calls.refused(Fleet.completing("drain", "CONTINUE")
                .lifecycleActionToken(OTHER + "0")
                .build());

        assertThat(error.text()).contains("'lifecycleActionToken'");
    }

    @Test
    void anUnknownGroupIsAnError() {
        Fleet fleet = held("drain");

        AwsError error = fleet.calls.refused(Fleet.completing("drain", "CONTINUE")
                .autoScalingGroupName("other")
                .lifecycleActionToken(OTHER)
                .build());

        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text()).startsWith("AutoScalingGroup name not found");
    }

    @Test
    void onlyTheTwoResultsAreAccepted() {
        Fleet fleet = held("drain");

        AwsError error = fleet.calls.refused(Fleet.completing("drain", "OK")
                .lifecycleActionToken(fleet.token("drain"))
                .build());

        assertThat(error.text()).contains("[CONTINUE, ABANDON]");
        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(1);
    }

    @Test
    void whenTokenAndInstanceDisagreeTheSwitchDecides() {
        assertThat(completesWithAForeignToken(BothGiven.MUST_AGREE)).isFalse();
        assertThat(completesWithAForeignToken(BothGiven.TOKEN_COUNTS)).isFalse();
        assertThat(completesWithAForeignToken(BothGiven.INSTANCE_COUNTS)).isTrue();
        assertThat(completesWithAForeignInstance(BothGiven.MUST_AGREE)).isFalse();
        assertThat(completesWithAForeignInstance(BothGiven.TOKEN_COUNTS)).isTrue();
        assertThat(completesWithAForeignInstance(BothGiven.INSTANCE_COUNTS)).isFalse();
    }

    private static boolean completesWithAForeignToken(BothGiven rule) {
        Fleet fleet = behaving(rule, PastGlobalTimeout.CLAMP).hook("drain").scaleTo(0);
        return completes(fleet, OTHER, fleet.idsIn("Terminating:Wait").get(0));
    }

    private static boolean completesWithAForeignInstance(BothGiven rule) {
        Fleet fleet = behaving(rule, PastGlobalTimeout.CLAMP).hook("drain").scaleTo(0);
        return completes(fleet, fleet.token("drain"), "i-0123456789abcdef0");
    }

    private static boolean completes(Fleet fleet, String token, String id) {
        try {
            fleet.calls.send(Fleet.completing("drain", "CONTINUE")
                    .lifecycleActionToken(token)
                    .instanceId(id)
                    .build());
            return true;
        } catch (AwsError refused) {
            return false;
        }
    }

    @Test
    void allHooksWaitAtOnceEachWithItsOwnToken() {
        Fleet fleet = held("drain", "backup");

        fleet.complete("drain", fleet.token("drain"), "CONTINUE");
        List<String> afterOne = fleet.idsIn("Terminating:Wait");
        fleet.complete("backup", fleet.token("backup"), "CONTINUE");

        assertThat(fleet.token("drain")).isNotEqualTo(fleet.token("backup"));
        assertThat(afterOne).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    @Test
    void oneAbandonCutsTheOthersShort() {
        Fleet fleet = held("drain", "backup");

        fleet.complete("drain", fleet.token("drain"), "ABANDON");

        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("backup")).containsExactly("STARTED", "CANCELLED");
        assertThat(fleet.calls
                        .refused(heartbeat("backup", fleet.token("backup")))
                        .text())
                .startsWith("No active Lifecycle Action found with token ");
    }

    @Test
    void silenceEndsWithTheDefaultResultAndNobodyIsTold() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2 + 29));
        List<String> waiting = fleet.idsIn("Terminating:Wait");

        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "TIMED_OUT CONTINUE");
        assertThat(fleet.lifecycleMessages()).hasSize(1);
    }

    @Test
    void aHeartbeatGivesTheFullTimeAgainFromNow() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofMinutes(1), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2 + 30));

        fleet.calls.send(heartbeat("drain", fleet.token("drain")));
        fleet.pass(Duration.ofSeconds(59));
        List<String> waiting = fleet.idsIn("Terminating:Wait");
        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "HEARTBEAT", "TIMED_OUT CONTINUE");
    }

    @Test
    void noHeartbeatReachesPastTheGlobalTimeOut() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.autoScaling.setDesiredCapacity(Fleet.NAME, 0);
        fleet.pass(Duration.ofSeconds(2));

        for (int i = 1; i < 150; i++) {
            fleet.pass(Duration.ofSeconds(20));
            fleet.calls.send(heartbeat("drain", fleet.token("drain")));
        }
        fleet.pass(Duration.ofSeconds(19));
        List<String> waiting = fleet.idsIn("Terminating:Wait");
        fleet.pass(Duration.ofSeconds(1));

        assertThat(waiting).hasSize(1);
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    @Test
    void theSwitchRefusesAHeartbeatPastTheGlobalTimeOut() {
        Fleet fleet = behaving(BothGiven.MUST_AGREE, PastGlobalTimeout.REFUSE)
                .hook("drain", Duration.ofSeconds(30), "CONTINUE")
                .scaleTo(0);
        for (int i = 1; i < 149; i++) {
            fleet.calls.send(heartbeat("drain", fleet.token("drain")));
            fleet.pass(Duration.ofSeconds(20));
        }
        fleet.calls.send(heartbeat("drain", fleet.token("drain")));
        fleet.pass(Duration.ofSeconds(20));

        assertThat(fleet.calls.refused(heartbeat("drain", fleet.token("drain"))).text())
                .startsWith("No active Lifecycle Action found");
        assertThat(fleet.idsIn("Terminating:Wait")).hasSize(1);
    }

    @Test
    void aChangedHookHoldsForLaterActionsOnly() {
        Fleet fleet =
                Fleet.of(1).hook("drain", Duration.ofMinutes(1), "CONTINUE").scaleTo(0);

        fleet.hook("drain", Duration.ofSeconds(30), "CONTINUE");
        fleet.pass(Duration.ofSeconds(50));
        List<String> waiting = fleet.idsIn("Terminating:Wait");

        assertThat(waiting).hasSize(1);
    }

    @Test
    void aDeletedHookLetsItsTerminatingInstancesGo() {
        Fleet fleet = held("drain");

        fleet.calls.send(DeleteLifecycleHookRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .lifecycleHookName("drain")
                .build());

        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "COMPLETED CONTINUE");
    }

    @Test
    void aDeletedHookAbandonsItsLaunches() {
        Fleet fleet = Fleet.of(0).launchHook("setup").scaleTo(1).pass(Duration.ofMinutes(2));

        fleet.calls.send(DeleteLifecycleHookRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .lifecycleHookName("setup")
                .build());

        assertThat(fleet.stepsOf("setup")).containsExactly("STARTED", "COMPLETED ABANDON");
        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    private static Fleet retaining() {
        Fleet fleet = Fleet.of(1).hook("drain", Duration.ofSeconds(30), "ABANDON");
        fleet.calls.send(UpdateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .instanceLifecyclePolicy(p -> p.retentionTriggers(t -> t.terminateHookAbandon(RetentionAction.RETAIN)))
                .build());
        return fleet.scaleTo(0);
    }

    @Test
    void anAbandonedTerminationCanBeRetained() {
        Fleet fleet = retaining();

        fleet.complete("drain", fleet.token("drain"), "ABANDON");
        fleet.pass(Duration.ofHours(1));

        assertThat(fleet.idsIn("Terminating:Retained")).hasSize(1);
        assertThat(fleet.world.ec2().running()).hasSize(1);
    }

    @Test
    void aTimeOutWithAbandonIsRetainedToo() {
        Fleet fleet = retaining().pass(Duration.ofMinutes(1));

        assertThat(fleet.idsIn("Terminating:Retained")).hasSize(1);
    }

    @Test
    void aContinuedTerminationIsNotRetained() {
        Fleet fleet = retaining();

        fleet.complete("drain", fleet.token("drain"), "CONTINUE");

        assertThat(fleet.idsIn("Terminating:Proceed")).hasSize(1);
    }

    @Test
    void aRetainedInstanceEndsByHandWithoutItsHook() {
        Fleet fleet = retaining().pass(Duration.ofMinutes(1));

        fleet.calls.send(TerminateInstanceInAutoScalingGroupRequest.builder()
                .instanceId(fleet.idsIn("Terminating:Retained").get(0))
                .shouldDecrementDesiredCapacity(false)
                .build());
        fleet.pass(Duration.ofSeconds(10));

        assertThat(fleet.instances()).isEmpty();
        assertThat(fleet.lifecycleMessages()).hasSize(1);
    }
}
