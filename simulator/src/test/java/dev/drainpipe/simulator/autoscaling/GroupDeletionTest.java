package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class GroupDeletionTest extends GroupRig {
    @Test
    void aGroupWithInstancesIsNotDeleted() {
        created();

        assertThat(fleet.calls.refused(deleting().build()).code()).isEqualTo("ResourceInUse");
        assertThat(group().instances()).hasSize(1);
    }

    @Test
    void aGroupWhoseInstancesAreLeavingIsNotDeletedEither() {
        configuration("");
        fleet.calls.send(creating().minSize(0).desiredCapacity(1).build());
        fleet.pass(Duration.ofMinutes(2)).hook("drain").scaleTo(0);

        assertThat(fleet.calls.refused(deleting().build()).code()).isEqualTo("ScalingActivityInProgress");
    }

    @Test
    void forceDeletesInstancesAndTheirActionsWithoutHooks() {
        created();
        fleet.hook("drain");
        fleet.calls.send(UpdateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .minSize(0)
                .desiredCapacity(0)
                .build());
        fleet.pass(Duration.ofSeconds(5));

        fleet.calls.send(deleting().forceDelete(true).build());
        fleet.pass(Duration.ofMinutes(5));

        assertThat(fleet.world.ec2().running()).isEmpty();
        assertThat(fleet.stepsOf("drain")).containsExactly("STARTED", "CANCELLED");
        assertThat(fleet.calls
                        .refused(Fleet.completing("drain", "CONTINUE")
                                .lifecycleActionToken(fleet.token("drain"))
                                .build())
                        .text())
                .startsWith("AutoScalingGroup name not found");
    }
}
