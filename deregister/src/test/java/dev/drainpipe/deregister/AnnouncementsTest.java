package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.document.Json;
import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.TryLater;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementsTest extends DeregisterStepFixture {
    @Test
    void aSpotNoticeDrainsAndItsTwoMinutesAreTheDeadline() {
        aws.active("i-1");

        assertThat(run(spot("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
        assertThat(handedOver(0))
                .containsEntry("instance_id", "i-1")
                .containsEntry("auto_scaling_group", "")
                .containsEntry("life_cycle_hook_name", "")
                .containsEntry("cluster_name", "c")
                .containsEntry("container_instance_arn", "arn-i-1")
                .containsEntry("reason", "spot-interruption")
                .containsEntry("first_seen", "2026-01-01T12:00:00Z")
                .containsEntry("deadline", "2026-01-01T12:02:00Z");
        assertThat(lines).containsExactly("INFO Draining i-1 in c, spot-interruption: set to DRAINING, hand over");
    }

    @Test
    void aSpotNoticeTakesTheInstanceOutOfItsLoadBalancersToo() {
        aws.active("i-1");
        aws.classic.put("i-1", Attachment.REGISTERED);

        run(spot("i-1"));

        assertThat(aws.writes()).containsExactly("leave lb [i-1]", "drain c [arn-i-1]", "send 1");
    }

    @Test
    void anInstanceThatIsBeingStoppedGetsNoMoreTasksAndNobodyWaitsForIt() {
        aws.active("i-1");

        assertThat(run(stateChange("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]");
        assertThat(lines).containsExactly("INFO Draining i-1 in c, state-change: set to DRAINING");
    }

    @Test
    void aScheduledChangeDrains() {
        aws.active("i-1");

        assertThat(run(scheduledChange("i-1"))).isEmpty();

        assertThat(aws.calls).noneMatch(call -> call.startsWith("members"));
        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]");
    }

    /** Each instance of the account that EC2 speaks of comes by here; most are no business of ours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spot-interruption-eventbridge",
                "state-change-eventbridge",
                "health-scheduled-change-eventbridge"
            })
    void anInstanceThatNoClusterHasIsAcknowledgedOnceWithoutAWriteCall(String file) {
        assertThat(run(example(file))).isEmpty();

        assertThat(aws.writes()).isEmpty();
        assertThat(lines)
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("INFO Left alone: i-\\w+, [a-z-]+: no ECS cluster has it, so it is not ours"));
    }

    @Test
    void nobodyIsAskedAboutARebalanceRecommendationThatNobodyOptedInto() {
        aws.active("i-1");

        assertThat(run(rebalance("i-1"))).isEmpty();

        assertThat(aws.calls).isEmpty();
        assertThat(lines)
                .containsExactly("INFO Left alone: i-1, rebalance: nobody asked for replacements"
                        + " (REPLACE_ANNOUNCED, replace_announced)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebalance", "scheduled-change"})
    void aMemberInServiceIsHandedToItsGroupAndNotTouched(String reason) {
        options = replacing();
        aws.active("i-1");
        aws.member("i-1", Stage.IN_SERVICE);

        assertThat(run(reason.equals("rebalance") ? rebalance("i-1") : scheduledChange("i-1")))
                .isEmpty();

        assertThat(aws.calls).containsExactly("byInstanceId c [i-1]", "members [i-1]", "send 1");
        assertThat(handedOver(0))
                .containsEntry("instance_id", "i-1")
                .containsEntry("auto_scaling_group", "asg")
                .containsEntry("life_cycle_hook_name", "")
                .containsEntry("reason", reason)
                .doesNotContainKey("lifecycle_action_token");
        assertThat(lines).containsExactly("INFO Passing on i-1 of asg in c, " + reason + ": have its group replace it");
    }

    @Test
    void aGroupIsAskedOnceForAReplacementHoweverManyAnnouncementsThereAre() {
        options = replacing();
        aws.active("i-1");
        aws.member("i-1", Stage.IN_SERVICE);

        assertThat(run(rebalance("i-1"), scheduledChange("i-1"))).isEmpty();
        assertThat(aws.handedOver).hasSize(1);

        aws.notAccepted.put("0", "InternalError");
        assertThat(run(rebalance("i-1"), scheduledChange("i-1"))).containsExactlyInAnyOrder("e-i-1", "h-i-1");
    }

    @Test
    void anInstanceWithoutAGroupIsDrainedOnARebalanceRecommendation() {
        options = replacing();
        aws.active("i-1");

        assertThat(run(rebalance("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]");
    }

    @Test
    void aMemberOnItsWayOutIsLeftToItsHook() {
        options = replacing();
        aws.active("i-1");
        aws.member("i-1", Stage.NOT_IN_SERVICE);

        assertThat(run(rebalance("i-1"))).isEmpty();
        assertThat(aws.writes()).isEmpty();

        assertThat(run(scheduledChange("i-1"))).isEmpty();
        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"byInstanceId", "members"})
    void anAnnouncementAboutWhichSomebodyIsSilentComesAgainWithoutAWriteCall(String silent) {
        options = replacing();
        aws.active("i-1");
        aws.failures.put(silent, new TryLater("throttled"));

        assertThat(run(rebalance("i-1"))).containsExactly("e-i-1");

        assertThat(aws.writes()).isEmpty();
        assertThat(lines).anyMatch(line -> line.startsWith("WARN Not handed over, will be tried again: i-1"));
    }

    @Test
    void aMessageAboutManyComesAgainIfOneOfThemMust() {
        aws.active("i-1");
        aws.active("i-2");
        aws.refused.put("arn-i-2", "UNEXPECTED");

        assertThat(run(scheduledChange("i-1", "i-2", "i-3"))).containsExactly("h-i-1");
    }

    @Test
    void aLaunchIsHandedOverOnlyIfItsHookSaysSo() {
        Delivery launch = example("launch");
        Map<String, Object> asked = Json.object(launch.body()).orElseThrow();
        asked.put("NotificationMetadata", "{\"complete_launch\": true, \"cluster_name\": \"web\"}");

        assertThat(run(launch)).isEmpty();
        assertThat(aws.calls).isEmpty();

        assertThat(run(delivery("m", Json.text(asked)))).isEmpty();
        assertThat(aws.calls).containsExactly("send 1");
        assertThat(handedOver(0))
                .containsEntry("reason", "launch")
                .containsEntry("cluster_name", "web")
                .containsKeys("life_cycle_hook_name", "lifecycle_action_token");
    }

    private Map<String, Object> handedOver(int index) {
        return Json.object(aws.handedOver.get(index).body()).orElseThrow();
    }
}
