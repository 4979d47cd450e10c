package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHookSpecification;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class GroupOperationsTest extends GroupRig {
    @Test
    void aGroupMadeByTheApiLaunchesItsMinimum() {
        created();

        AutoScalingGroup group = group();
        assertThat(group.desiredCapacity()).isEqualTo(1);
        assertThat(group.instances()).singleElement().satisfies(i -> {
            assertThat(i.lifecycleStateAsString()).isEqualTo("InService");
            assertThat(i.healthStatus()).isEqualTo("Healthy");
            assertThat(i.launchConfigurationName()).isEqualTo("large");
        });
    }

    @Test
    void theClusterIsReadFromTheUserDataAndTheSlotsFromATag() {
        configuration(userData("#!/bin/sh\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n"));

        fleet.calls.send(creating().tags(tag(LaunchSettings.SLOTS_TAG, "3")).build());
        fleet.pass(Duration.ofMinutes(2));

        assertThat(fleet.world.ec2().running()).singleElement().satisfies(i -> {
            assertThat(i.cluster()).isEqualTo(Optional.of("shop"));
            assertThat(i.taskSlots()).isEqualTo(3);
        });
    }

    @Test
    void aTagNamesTheClusterAndTheBootTimeToo() {
        configuration(userData("ECS_CLUSTER=shop"));

        fleet.calls.send(creating()
                .tags(tag(LaunchSettings.CLUSTER_TAG, "test"), tag(LaunchSettings.BOOT_TAG, "5"))
                .build());
        fleet.pass(Duration.ofSeconds(7));

        assertThat(fleet.world.ec2().running())
                .singleElement()
                .satisfies(i -> assertThat(i.cluster()).isEqualTo(Optional.of("test")));
    }

    @Test
    void hooksGivenWithTheGroupHoldItsFirstInstances() {
        configuration("");
        fleet.calls.send(creating()
                .lifecycleHookSpecificationList(LifecycleHookSpecification.builder()
                        .lifecycleHookName("setup")
                        .lifecycleTransition("autoscaling:EC2_INSTANCE_LAUNCHING")
                        .build())
                .build());

        fleet.pass(Duration.ofMinutes(2));

        assertThat(fleet.idsIn("Pending:Wait")).hasSize(1);
    }

    @Test
    void aGroupNeedsToKnowWhatToLaunchAndWhere() {
        assertThat(fleet.calls.refused(creating().build()).text())
                .isEqualTo("Launch configuration name not found - large");
        configuration("");

        assertThat(fleet.calls
                        .refused(creating().launchConfigurationName(null).build())
                        .code())
                .isEqualTo("ValidationError");
        assertThat(fleet.calls
                        .refused(creating().availabilityZones(List.of()).build())
                        .code())
                .isEqualTo("ValidationError");
    }

    @Test
    void eachSubnetCountsAsAZone() {
        configuration("");

        fleet.calls.send(creating()
                .availabilityZones(List.of())
                .vpcZoneIdentifier("subnet-1,subnet-2")
                .capacityRebalance(false)
                .build());

        assertThat(group().availabilityZones()).containsExactly("eu-central-1a", "eu-central-1b");
    }

    @Test
    void twoGroupsCannotShareAName() {
        created();

        assertThat(fleet.calls.refused(creating().build()).code()).isEqualTo("AlreadyExists");
    }

    @Test
    void whatIsNotSimulatedIsRefusedLoudly() {
        AwsError error =
                fleet.calls.refused(creating().maxInstanceLifetime(86_400).build());

        assertThat(error.text()).isEqualTo("The simulator does not simulate MaxInstanceLifetime.");
    }

    @Test
    void aTerminationPolicyOfTheGroupCountsBeforeTheUsualOne() {
        configuration("");
        fleet.calls.send(creating().terminationPolicies("NewestInstance").build());
        fleet.pass(Duration.ofMinutes(2)).scaleTo(2).pass(Duration.ofMinutes(2));
        List<String> both = fleet.idsIn("InService");

        fleet.scaleTo(1).pass(Duration.ofMinutes(1));

        assertThat(both).hasSize(2);
        assertThat(fleet.idsIn("InService")).containsExactly(both.get(0));
        assertThat(fleet.calls
                        .refused(creating()
                                .autoScalingGroupName("other")
                                .terminationPolicies("ClosestToNextInstanceHour")
                                .build())
                        .code())
                .isEqualTo("NotSimulated");
    }

    @Test
    void theDesiredCapacityStaysWithinItsBounds() {
        created();

        fleet.calls.send(desiring(4));
        AwsError above = fleet.calls.refused(desiring(5));
        AwsError below = fleet.calls.refused(desiring(0));

        assertThat(above.text())
                .isEqualTo("New SetDesiredCapacity value 5 is above max value 4 for the AutoScalingGroup.");
        assertThat(below.text())
                .isEqualTo("New SetDesiredCapacity value 0 is below min value 1 for the AutoScalingGroup.");
        assertThat(group().desiredCapacity()).isEqualTo(4);
    }

    @Test
    void newBoundsMoveTheDesiredCapacity() {
        created();

        fleet.calls.send(UpdateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .minSize(2)
                .build());
        fleet.pass(Duration.ofMinutes(2));

        assertThat(group().desiredCapacity()).isEqualTo(2);
        assertThat(group().instances()).hasSize(2);
    }
}
