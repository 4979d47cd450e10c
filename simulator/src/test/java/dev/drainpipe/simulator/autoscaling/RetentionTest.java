package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.RetentionAction;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class RetentionTest {
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
