package dev.drainpipe.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.Target;
import dev.drainpipe.port.TryLater;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

class ElbAdaptersTest {
    private static final String EMPTY = "<R><RResult></RResult></R>";

    private final ScriptedHttp http = new ScriptedHttp();
    private final ElbClassicLoadBalancers classic =
            new ElbClassicLoadBalancers(http.clients().build(ElasticLoadBalancingClient.builder()));
    private final ElbTargetGroups targetGroups =
            new ElbTargetGroups(http.clients().build(ElasticLoadBalancingV2Client.builder()));

    @Test
    void aDrainingInstanceIsInServiceAndOnlyItsDescriptionTells() {
        http.answer(health(state("i-1", "InService", "N/A")
                + state("i-2", "InService", "Instance deregistration currently in progress.")
                + state("i-3", "OutOfService", "Instance is not currently registered with the LoadBalancer.")
                + state("i-4", "OutOfService", "Instance has failed at least the UnhealthyThreshold")));

        assertThat(classic.attachments("lb", List.of("i-1", "i-2", "i-3", "i-4")))
                .isEqualTo(Map.of(
                        "i-1", Attachment.REGISTERED,
                        "i-2", Attachment.DRAINING,
                        "i-3", Attachment.OUT,
                        "i-4", Attachment.REGISTERED));
    }

    @Test
    void oneUnknownIdDoesNotSpoilTheAnswerForTheOthers() {
        http.queryError(400, "InvalidInstance", "Could not find EC2 instance i-9")
                .answer(health(state("i-1", "InService", "N/A")))
                .queryError(400, "InvalidInstance", "Could not find EC2 instance i-9");

        assertThat(classic.attachments("lb", List.of("i-1", "i-9")))
                .isEqualTo(Map.of("i-1", Attachment.REGISTERED, "i-9", Attachment.OUT));
    }

    @Test
    void anInstanceThatIsLeftOutIsOutOnlyIfASecondAnswerAgrees() {
        http.answer(health("")).answer(health(state("i-1", "InService", "N/A")));

        assertThat(classic.attachments("lb", List.of("i-1"))).isEqualTo(Map.of("i-1", Attachment.REGISTERED));
    }

    @Test
    void everyInstanceIsOutOfALoadBalancerThatIsGone() {
        http.queryError(400, "LoadBalancerNotFound", "There is no ACTIVE Load Balancer named 'lb'");

        assertThat(classic.attachments("lb", List.of("i-1"))).isEqualTo(Map.of("i-1", Attachment.OUT));
    }

    @Test
    void aThrottleIsNoAnswer() {
        http.queryError(400, "Throttling", "Rate exceeded").queryError(400, "ThrottlingException", "Rate exceeded");

        assertThatThrownBy(() -> classic.attachments("lb", List.of("i-1"))).isInstanceOf(TryLater.class);
        assertThatThrownBy(() -> targetGroups.targets("tg", List.of("i-1"))).isInstanceOf(TryLater.class);
    }

    @Test
    void instancesLeaveTogether() {
        http.answer(EMPTY);

        classic.deregister("lb", List.of("i-1", "i-2"));

        assertThat(http.requests.get(0))
                .contains("Instances.member.1.InstanceId=i-1", "Instances.member.2.InstanceId=i-2");
    }

    @Test
    void oneUnknownIdDoesNotKeepTheOthersIn() {
        http.queryError(400, "InvalidInstance", "Could not find EC2 instance i-9")
                .answer(EMPTY)
                .queryError(400, "InvalidInstance", "Could not find EC2 instance i-9");

        classic.deregister("lb", List.of("i-1", "i-9"));

        assertThat(http.requests).hasSize(3);
    }

    @Test
    void leavingWhatIsGoneIsDone() {
        http.queryError(400, "LoadBalancerNotFound", "no").queryError(400, "TargetGroupNotFound", "no");

        classic.deregister("lb", List.of("i-1"));
        targetGroups.deregister("tg", List.of(new Target("tg", "i-1", 80, Attachment.REGISTERED)));

        assertThat(http.requests).hasSize(2);
    }

    @Test
    void everyPortOfAnInstanceIsATargetOfItsOwn() {
        http.answer(targetHealth(target("i-1", 80, "healthy", "")
                + target("i-1", 81, "draining", "Target.DeregistrationInProgress")
                + target("i-1", 82, "unused", "Target.InvalidState")
                + target("i-1", 83, "unused", "Target.NotInUse")
                + target("i-2", 80, "healthy", "")));

        assertThat(targetGroups.targets("tg", List.of("i-1")))
                .containsExactly(
                        new Target("tg", "i-1", 80, Attachment.REGISTERED),
                        new Target("tg", "i-1", 81, Attachment.DRAINING),
                        new Target("tg", "i-1", 82, Attachment.OUT),
                        new Target("tg", "i-1", 83, Attachment.REGISTERED));
        assertThat(http.requests.get(0)).doesNotContain("Targets");
    }

    @Test
    void aTargetLeavesWithItsPort() {
        http.answer(EMPTY);

        targetGroups.deregister("tg", List.of(new Target("tg", "i-1", 32768, Attachment.REGISTERED)));

        assertThat(http.requests.get(0)).contains("Targets.member.1.Id=i-1", "Targets.member.1.Port=32768");
    }

    /** An answer that was empty by mistake would let an instance go while requests are sent to it. */
    @Test
    void aTargetGroupIsEmptyOnlyIfTwoAnswersAgree() {
        http.answer(targetHealth(""))
                .answer(targetHealth(target("i-1", 80, "healthy", "")))
                .answer(targetHealth(""))
                .answer(targetHealth(""));

        assertThat(targetGroups.targets("tg", List.of("i-1"))).hasSize(1);
        assertThat(targetGroups.targets("tg", List.of("i-1"))).isEmpty();
    }

    /** One answer without it, and an instance was let go while its target group still drained it (found by seed 21086). */
    @Test
    void anInstanceHasLeftATargetGroupOnlyIfTwoAnswersAgree() {
        http.answer(targetHealth(target("i-2", 80, "draining", "")))
                .answer(targetHealth(target("i-1", 80, "draining", "") + target("i-2", 80, "draining", "")));

        assertThat(targetGroups.targets("tg", List.of("i-1", "i-2")))
                .extracting(Target::instanceId)
                .containsExactlyInAnyOrder("i-1", "i-2");
        assertThat(http.requests).hasSize(2);
    }

    @Test
    void whoIsAllInOneAnswerIsNotAskedForAgain() {
        http.answer(targetHealth(target("i-1", 80, "draining", "")));

        assertThat(targetGroups.targets("tg", List.of("i-1"))).hasSize(1);
    }

    @Test
    void aTargetGroupThatIsGoneHasNoTargets() {
        http.queryError(400, "TargetGroupNotFound", "One or more target groups not found");

        assertThat(targetGroups.targets("tg", List.of("i-1"))).isEmpty();
    }

    private static String health(String states) {
        return "<DescribeInstanceHealthResponse><DescribeInstanceHealthResult><InstanceStates>" + states
                + "</InstanceStates></DescribeInstanceHealthResult></DescribeInstanceHealthResponse>";
    }

    private static String state(String id, String state, String description) {
        return "<member><InstanceId>" + id + "</InstanceId><State>" + state + "</State><Description>" + description
                + "</Description></member>";
    }

    private static String targetHealth(String targets) {
        return "<DescribeTargetHealthResponse><DescribeTargetHealthResult><TargetHealthDescriptions>" + targets
                + "</TargetHealthDescriptions></DescribeTargetHealthResult></DescribeTargetHealthResponse>";
    }

    private static String target(String id, int port, String state, String reason) {
        return "<member><Target><Id>" + id + "</Id><Port>" + port + "</Port></Target><TargetHealth><State>" + state
                + "</State>" + (reason.isEmpty() ? "" : "<Reason>" + reason + "</Reason>")
                + "</TargetHealth></member>";
    }
}
