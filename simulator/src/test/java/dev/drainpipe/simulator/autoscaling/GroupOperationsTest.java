package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.simulator.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateLaunchConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.LifecycleHookSpecification;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;

class GroupOperationsTest {
    private final Fleet fleet = new Fleet();

    private static CreateAutoScalingGroupRequest.Builder creating() {
        return CreateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .launchConfigurationName("large")
                .minSize(1)
                .maxSize(4)
                .availabilityZones("eu-central-1a");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static String userData(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void configuration(String userData) {
        fleet.calls.send(CreateLaunchConfigurationRequest.builder()
                .launchConfigurationName("large")
                .imageId("ami-1")
                .instanceType("m5.large")
                .userData(userData)
                .build());
    }

    private AutoScalingGroup group() {
        return fleet.calls
                .ask(
                        DescribeAutoScalingGroupsRequest.builder()
                                .autoScalingGroupNames(Fleet.NAME)
                                .build(),
                        DescribeAutoScalingGroupsResponse.class)
                .autoScalingGroups()
                .get(0);
    }

    private static SetDesiredCapacityRequest desiring(int capacity) {
        return SetDesiredCapacityRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .desiredCapacity(capacity)
                .build();
    }

    private static DeleteAutoScalingGroupRequest.Builder deleting() {
        return DeleteAutoScalingGroupRequest.builder().autoScalingGroupName(Fleet.NAME);
    }

    private void created() {
        configuration("");
        fleet.calls.send(creating().build());
        fleet.pass(Duration.ofMinutes(2));
    }

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
    void twoGroupsCannotShareAName() {
        created();

        assertThat(fleet.calls.refused(creating().build()).code()).isEqualTo("AlreadyExists");
    }

    @Test
    void whatIsNotSimulatedIsRefusedLoudly() {
        AwsError error =
                fleet.calls.refused(creating().maxInstanceLifetime(86_400).build());

        assertThat(error.text()).isEqualTo("MaxInstanceLifetime of an Auto Scaling group is not simulated.");
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
