package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.TerminateInstanceInAutoScalingGroupResponse;

class TerminationByHandTest {
    private static TerminateInstanceInAutoScalingGroupRequest terminating(String id, boolean decrement) {
        return TerminateInstanceInAutoScalingGroupRequest.builder()
                .instanceId(id)
                .shouldDecrementDesiredCapacity(decrement)
                .build();
    }

    @Test
    void aTerminationByHandIsReplacedUnlessTheGroupShrinks() {
        Fleet fleet = Fleet.of(3);
        String first = fleet.idsIn("InService").get(0);
        String second = fleet.idsIn("InService").get(1);

        TerminateInstanceInAutoScalingGroupResponse answer =
                fleet.calls.ask(terminating(first, false), TerminateInstanceInAutoScalingGroupResponse.class);
        fleet.pass(Duration.ofMinutes(2));
        int afterFirst = fleet.idsIn("InService").size();
        fleet.calls.send(terminating(second, true));
        fleet.pass(Duration.ofMinutes(2));

        assertThat(answer.activity().statusCodeAsString()).isEqualTo("InProgress");
        assertThat(answer.activity().description()).isEqualTo("Terminating EC2 instance: " + first);
        assertThat(afterFirst).isEqualTo(3);
        assertThat(fleet.idsIn("InService")).hasSize(2).doesNotContain(first, second);
        assertThat(fleet.events)
                .filteredOn(WorldEvent.DesiredCapacity.class::isInstance)
                .extracting(e -> ((WorldEvent.DesiredCapacity) e).desired())
                .containsExactly(3, 2);
    }

    @Test
    void aTerminationByHandMustNotPassTheMinimum() {
        Fleet fleet = Fleet.of(GroupSpec.of(Fleet.NAME, 1).between(1, 2));

        AwsError error =
                fleet.calls.refused(terminating(fleet.idsIn("InService").get(0), true));

        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text()).startsWith("Currently, desiredSize equals minSize (1).");
    }

    @Test
    void anInstanceOnItsWayCannotBeTerminatedAgain() {
        Fleet fleet = Fleet.of(1).hook("drain").scaleTo(0);

        AwsError error =
                fleet.calls.refused(terminating(fleet.idsIn("Terminating:Wait").get(0), true));

        assertThat(error.code()).isEqualTo("ScalingActivityInProgress");
    }

    @Test
    void anUnknownInstanceIsAnError() {
        AwsError error = Fleet.of(1).calls.refused(terminating("i-0123456789abcdef0", true));

        assertThat(error.code()).isEqualTo("ValidationError");
        assertThat(error.text()).contains("i-0123456789abcdef0");
    }

    @Test
    void anInstanceEndedByHandIsReplacedAndItsHookIsCalledAfterwards() {
        Fleet fleet = Fleet.of(2).hook("drain");
        String id = fleet.idsIn("InService").get(0);

        fleet.world.ec2().terminate(id);
        fleet.pass(Duration.ofSeconds(59));
        int early = fleet.lifecycleMessages().size();
        fleet.pass(Duration.ofSeconds(2));

        assertThat(early).isZero();
        assertThat(fleet.idsIn("Terminating:Wait")).containsExactly(id);
        assertThat(fleet.lifecycleMessages())
                .singleElement()
                .satisfies(m -> assertThat(m).containsEntry("EC2InstanceId", id));
        fleet.pass(Duration.ofMinutes(2));
        assertThat(fleet.idsIn("InService")).hasSize(2).doesNotContain(id);
    }

    @Test
    void anInstanceEndedByHandWhileItWaitsStillWaits() {
        Fleet fleet = Fleet.of(1).hook("drain").scaleTo(0);
        String id = fleet.idsIn("Terminating:Wait").get(0);

        fleet.world.ec2().terminate(id);
        fleet.pass(Duration.ofMinutes(5));
        List<String> waiting = fleet.idsIn("Terminating:Wait");
        fleet.complete("drain", fleet.token("drain"), "CONTINUE");
        fleet.pass(Duration.ofSeconds(10));

        assertThat(waiting).containsExactly(id);
        assertThat(fleet.instances()).isEmpty();
    }
}
