package dev.drainpipe.simulator.autoscaling;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.CreateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateLaunchConfigurationRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.SetDesiredCapacityRequest;
import software.amazon.awssdk.services.autoscaling.model.Tag;

/** A fleet without groups, and the requests that make, change and delete one. */
abstract class GroupRig {
    final Fleet fleet = new Fleet();

    static CreateAutoScalingGroupRequest.Builder creating() {
        return CreateAutoScalingGroupRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .launchConfigurationName("large")
                .minSize(1)
                .maxSize(4)
                .availabilityZones("eu-central-1a");
    }

    static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    static String userData(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    void configuration(String userData) {
        fleet.calls.send(CreateLaunchConfigurationRequest.builder()
                .launchConfigurationName("large")
                .imageId("ami-1")
                .instanceType("m5.large")
                .userData(userData)
                .build());
    }

    AutoScalingGroup group() {
        return fleet.calls
                .ask(
                        DescribeAutoScalingGroupsRequest.builder()
                                .autoScalingGroupNames(Fleet.NAME)
                                .build(),
                        DescribeAutoScalingGroupsResponse.class)
                .autoScalingGroups()
                .get(0);
    }

    static SetDesiredCapacityRequest desiring(int capacity) {
        return SetDesiredCapacityRequest.builder()
                .autoScalingGroupName(Fleet.NAME)
                .desiredCapacity(capacity)
                .build();
    }

    static DeleteAutoScalingGroupRequest.Builder deleting() {
        return DeleteAutoScalingGroupRequest.builder().autoScalingGroupName(Fleet.NAME);
    }

    void created() {
        configuration("");
        fleet.calls.send(creating().build());
        fleet.pass(Duration.ofMinutes(2));
    }
}
