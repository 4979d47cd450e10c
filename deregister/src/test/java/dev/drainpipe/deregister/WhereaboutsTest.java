package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.message.Delivery;
import dev.drainpipe.port.TryLater;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which cluster has an instance, and whether it is ours. */
class WhereaboutsTest extends DeregisterStepFixture {
    @Test
    void aClusterThatNobodyNamedIsFound() {
        cluster = null;
        aws.active("i-1");

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
        assertThat(aws.handedOver.get(0).body()).contains("\"cluster_name\":\"c\"");
        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));
    }

    /** With one letter wrong in its name, the whole cluster was let go with tasks on it. */
    @Test
    void anInstanceInAnotherClusterThanNamedIsDrainedThereWithOneWarning() {
        aws.active("i-1");
        aws.clusterOf.put("i-1", "web");

        String metadata = "\"NotificationMetadata\": \"{\\\"cluster_name\\\": \\\"c\\\"}\",";
        assertThat(run(delivery("m", terminationBody("i-1", metadata)))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain web [arn-i-1]", "send 1");
        assertThat(aws.handedOver.get(0).body()).contains("\"cluster_name\":\"web\"");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("WARN"))
                .containsExactly(
                        "WARN i-1 of asg (hook drain) is not in the cluster c, which its hook names, but in web,"
                                + " and is drained there");
    }

    @Test
    void aClusterThatIsConfiguredIsAGuessSoNobodyIsWarned() {
        aws.active("i-1");
        aws.clusterOf.put("i-1", "web");

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain web [arn-i-1]", "send 1");
        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void anAnnouncementNamesNoClusterSoNobodyIsWarned() {
        aws.active("i-1");
        aws.clusterOf.put("i-1", "web");

        run(spot("i-1"));

        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void aClusterThatIsNamedByItsArnIsTheSame() {
        cluster = "arn:aws:ecs:eu-central-1:1:cluster/c";
        aws.active("i-1");

        run(termination("i-1"));

        assertThat(lines).noneMatch(line -> line.startsWith("WARN"));
    }

    @Test
    void anInstanceThatNoClusterHasIsHandedOverAllTheSame() {
        cluster = null;
        aws.classic.put("i-1", Attachment.REGISTERED);

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("leave lb [i-1]", "send 1");
        assertThat(aws.calls).noneMatch(call -> call.startsWith("managed"));
    }

    @Test
    void anInstanceComesAgainWhileAClusterIsSilent() {
        aws.failures.put("clusters", new TryLater("throttled"));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");

        assertThat(aws.writes()).isEmpty();
        assertThat(lines).anyMatch(line -> line.endsWith("ECS did not answer"));
    }

    @Test
    void aGroupWithoutTheTagIsAcknowledgedOnceWithoutAWriteCall() {
        options = requiring("team", "web");
        aws.active("i-1");
        aws.tags.put("asg", Map.of("team", "shop"));

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.calls).containsExactly("tags [asg]");
        assertThat(lines)
                .containsExactly("INFO Left alone: i-1 of asg (hook drain) in c: its group does not carry the tag that"
                        + " is required (team=web)");
    }

    @Test
    void aGroupThatIsGoneCarriesNoTagAndItsWaitIsGoneToo() {
        options = requiring("team", null);

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void aGroupWithTheTagIsDrained() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.tags.put("asg", Map.of("team", "shop"));

        assertThat(run(termination("i-1"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
    }

    @Test
    void aGroupWhoseTagsAreNotToldComesAgain() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.failures.put("tags", new TryLater("throttled"));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");

        assertThat(aws.writes()).isEmpty();
    }

    @Test
    void anAnnouncedInstanceIsJudgedByTheTagOfItsGroup() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.active("i-2");
        aws.member("i-1", Stage.IN_SERVICE);
        aws.tags.put("asg", Map.of("team", "shop"));

        assertThat(run(spot("i-1"), spot("i-2"))).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
        assertThat(aws.handedOver.get(0).body()).contains("\"auto_scaling_group\":\"asg\"");
        assertThat(lines)
                .contains("INFO Left alone: i-2 in c, spot-interruption: it is in no group, so it does not carry the"
                        + " tag that is required (team)");
    }

    @Test
    void aTagThatWasSeenIsRememberedForFiveMinutesAndNoLonger() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.tags.put("asg", Map.of("team", "shop"));
        run(termination("i-1"));
        aws.tags.clear();
        aws.calls.clear();

        now = now.plus(Duration.ofMinutes(5)).minusMillis(1);
        run(termination("i-1"));
        assertThat(aws.calls).noneMatch(call -> call.startsWith("tags"));

        now = now.plusMillis(1);
        aws.calls.clear();
        run(termination("i-1"));
        assertThat(aws.calls).containsExactly("tags [asg]");
    }

    /** A message that is not ours is gone for good, so the tag that an operator has just put on must count. */
    @Test
    void aTagThatWasMissingIsLookedForEachTime() {
        options = requiring("team", null);
        aws.active("i-1");
        run(termination("i-1"));
        aws.tags.put("asg", Map.of("team", ""));

        run(termination("i-1"));

        assertThat(aws.handedOver).hasSize(1);
    }

    @Test
    void neitherSilenceNorAMissingTagIsRememberedAsATag() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.failures.put("tags", new TryLater("throttled"));
        run(termination("i-1"));
        aws.failures.clear();

        run(termination("i-1"));
        run(termination("i-1"));

        assertThat(aws.calls).containsExactly("tags [asg]", "tags [asg]", "tags [asg]");
    }

    @Test
    void aMessageOfAForeignGroupDoesNotHoldItsNeighbourBack() {
        options = requiring("team", null);
        aws.active("i-1");
        aws.active("i-2");
        aws.tags.put("asg", Map.of("team", ""));
        Delivery foreign = delivery("f", termination("i-2").body().replace("\"asg\"", "\"other\""));

        assertThat(run(termination("i-1"), foreign)).isEmpty();

        assertThat(aws.writes()).containsExactly("drain c [arn-i-1]", "send 1");
    }
}
