package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.PastGlobalTimeout;
import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.DeleteLifecycleHookRequest;

class LifecycleActionTest {
    private static final String OTHER = "00000000-0000-4000-8000-000000000000";

    private static Fleet held(String... hooks) {
        Fleet fleet = Fleet.of(1);
        for (String hook : hooks) {
            fleet.hook(hook);
        }
        return fleet.scaleTo(0);
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
        Fleet fleet =
                Fleet.behaving(rule, PastGlobalTimeout.CLAMP).hook("drain").scaleTo(0);
        return completes(fleet, OTHER, fleet.idsIn("Terminating:Wait").get(0));
    }

    private static boolean completesWithAForeignInstance(BothGiven rule) {
        Fleet fleet =
                Fleet.behaving(rule, PastGlobalTimeout.CLAMP).hook("drain").scaleTo(0);
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
                        .refused(Fleet.heartbeat("backup", fleet.token("backup")))
                        .text())
                .startsWith("No active Lifecycle Action found with token ");
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
}
