package dev.drainpipe.deregister;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.deregister.Settings.Options;
import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.GroupMember.Stage;
import dev.drainpipe.fleet.Target;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DryRunTest extends DeregisterStepFixture {
    @BeforeEach
    void dry() {
        options = dryRun();
        scalerQueue = Optional.of(aws.scalerQueue());
        aws.active("i-1");
    }

    @Test
    void everyCallThatWouldHaveBeenMadeIsSaidAndNoneIsMade() {
        aws.classic.put("i-1", Attachment.REGISTERED);
        aws.targets.add(new Target("tg", "i-1", 80, Attachment.REGISTERED));

        assertThat(run(termination("i-1"))).containsExactly("m-i-1");

        assertThat(aws.writes()).isEmpty();
        assertThat(lines)
                .containsExactly(
                        "INFO Dry run: would call elasticloadbalancing:DeregisterInstancesFromLoadBalancer on lb for i-1",
                        "INFO Dry run: would call elasticloadbalancing:DeregisterTargets on tg for i-1 with port 80",
                        "INFO Dry run: would call ecs:UpdateContainerInstancesState on c with DRAINING for arn-i-1",
                        "INFO Dry run: would call sqs:SendMessage on the task scaler's queue, 1 message",
                        "INFO Dry run: would call sqs:SendMessage on the termination queue, 1 message",
                        "INFO Dry run: would drain i-1 of asg (hook drain) in c: leave lb, leave tg with port 80, set to"
                                + " DRAINING, hand over");
    }

    @Test
    void aMalformedMessageIsNotKeptAndComesBack() {
        assertThat(run(delivery("bad", "x"))).containsExactly("bad");

        assertThat(buried).isEmpty();
        assertThat(lines).contains("INFO Dry run: would call sqs:SendMessage on the dead-letter queue, 1 message");
    }

    @Test
    void whatIsNotOurBusinessIsAcknowledgedInADryRunToo() {
        assertThat(run(
                        example("test-notification"),
                        delivery("s", spot("i-9").body()),
                        delivery("r", rebalance("i-1").body())))
                .isEmpty();
    }

    @Test
    void aReplacementIsOnlySaid() {
        options = new Options(true, true, null, true);
        aws.member("i-1", Stage.IN_SERVICE);

        assertThat(run(rebalance("i-1"))).containsExactly("e-i-1");

        assertThat(aws.writes()).isEmpty();
        assertThat(lines)
                .isEqualTo(List.of(
                        "INFO Dry run: would call sqs:SendMessage on the termination queue, 1 message",
                        "INFO Dry run: would pass on i-1 of asg in c, rebalance: have its group replace it"));
    }
}
