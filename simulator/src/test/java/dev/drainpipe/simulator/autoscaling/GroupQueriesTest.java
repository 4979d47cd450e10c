package dev.drainpipe.simulator.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.autoscaling.model.Activity;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

class GroupQueriesTest {
    private static DescribeAutoScalingGroupsResponse groups(
            Fleet fleet, DescribeAutoScalingGroupsRequest.Builder request) {
        return fleet.calls.ask(request.build(), DescribeAutoScalingGroupsResponse.class);
    }

    private static Fleet tagged() {
        Fleet fleet = Fleet.of(0);
        fleet.autoScaling.create(GroupSpec.of("others", 0));
        fleet.calls.send(CreateOrUpdateTagsRequest.builder()
                .tags(Tag.builder()
                        .resourceId(Fleet.NAME)
                        .resourceType("auto-scaling-group")
                        .key("drain")
                        .value("yes")
                        .build())
                .build());
        return fleet;
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }

    @Test
    void listsEveryGroupPageByPage() {
        Fleet fleet = new Fleet();
        for (int i = 0; i < 70; i++) {
            fleet.autoScaling.create(GroupSpec.of("group-" + i, 0));
        }

        DescribeAutoScalingGroupsResponse first = groups(fleet, DescribeAutoScalingGroupsRequest.builder());
        DescribeAutoScalingGroupsResponse second =
                groups(fleet, DescribeAutoScalingGroupsRequest.builder().nextToken(first.nextToken()));

        assertThat(first.autoScalingGroups()).hasSize(50);
        assertThat(second.autoScalingGroups()).hasSize(20);
        assertThat(second.nextToken()).isNull();
    }

    @Test
    void aForeignTokenIsRefused() {
        assertThat(new Fleet()
                        .calls
                        .refused(DescribeAutoScalingGroupsRequest.builder()
                                .nextToken("x")
                                .build())
                        .code())
                .isEqualTo("InvalidNextToken");
    }

    @Test
    void unknownGroupsAreLeftOut() {
        DescribeAutoScalingGroupsResponse answer = groups(
                Fleet.of(0), DescribeAutoScalingGroupsRequest.builder().autoScalingGroupNames("other", Fleet.NAME));

        assertThat(answer.autoScalingGroups())
                .extracting(AutoScalingGroup::autoScalingGroupName)
                .containsExactly(Fleet.NAME);
    }

    @Test
    void groupsAreFoundByTheirTags() {
        Fleet fleet = tagged();

        assertThat(groups(fleet, DescribeAutoScalingGroupsRequest.builder().filters(filter("tag:drain", "yes")))
                        .autoScalingGroups())
                .hasSize(1);
        assertThat(groups(fleet, DescribeAutoScalingGroupsRequest.builder().filters(filter("tag:drain", "no")))
                        .autoScalingGroups())
                .isEmpty();
        assertThat(groups(fleet, DescribeAutoScalingGroupsRequest.builder().filters(filter("tag-key", "drain")))
                        .autoScalingGroups())
                .hasSize(1);
    }

    @Test
    void tagsAreListedWithTheirGroup() {
        DescribeTagsResponse answer = tagged().calls
                .ask(
                        DescribeTagsRequest.builder()
                                .filters(filter("auto-scaling-group", Fleet.NAME))
                                .build(),
                        DescribeTagsResponse.class);

        assertThat(answer.tags())
                .containsExactly(TagDescription.builder()
                        .resourceId(Fleet.NAME)
                        .resourceType("auto-scaling-group")
                        .key("drain")
                        .value("yes")
                        .propagateAtLaunch(false)
                        .build());
    }

    @Test
    void instancesOfNoGroupAreLeftOut() {
        Fleet fleet = Fleet.of(1);
        String id = fleet.idsIn("InService").get(0);

        DescribeAutoScalingInstancesResponse answer = fleet.calls.ask(
                DescribeAutoScalingInstancesRequest.builder()
                        .instanceIds(id, "i-0123456789abcdef0")
                        .build(),
                DescribeAutoScalingInstancesResponse.class);

        assertThat(answer.autoScalingInstances())
                .containsExactly(AutoScalingInstanceDetails.builder()
                        .instanceId(id)
                        .instanceType("m5.large")
                        .autoScalingGroupName(Fleet.NAME)
                        .availabilityZone("eu-central-1a")
                        .lifecycleState("InService")
                        .healthStatus("HEALTHY")
                        .protectedFromScaleIn(false)
                        .build());
    }

    @Test
    void atMost50InstancesCanBeAskedFor() {
        Fleet fleet = Fleet.of(0);

        fleet.calls.send(DescribeAutoScalingInstancesRequest.builder()
                .instanceIds(Collections.nCopies(50, "i-0123456789abcdef0"))
                .build());
        assertThat(fleet.calls
                        .refused(DescribeAutoScalingInstancesRequest.builder()
                                .instanceIds(Collections.nCopies(51, "i-0123456789abcdef0"))
                                .build())
                        .code())
                .isEqualTo("ValidationError");
    }

    @Test
    void instancesComeInPagesOf50() {
        Fleet fleet = Fleet.of(60);

        DescribeAutoScalingInstancesResponse first = fleet.calls.ask(
                DescribeAutoScalingInstancesRequest.builder().build(), DescribeAutoScalingInstancesResponse.class);
        DescribeAutoScalingInstancesResponse second = fleet.calls.ask(
                DescribeAutoScalingInstancesRequest.builder()
                        .nextToken(first.nextToken())
                        .build(),
                DescribeAutoScalingInstancesResponse.class);

        assertThat(first.autoScalingInstances()).hasSize(50);
        assertThat(second.autoScalingInstances()).hasSize(10);
    }

    @Test
    void theNewestActivityIsListedFirst() {
        Fleet fleet = Fleet.of(1).scaleTo(0).pass(Duration.ofMinutes(1));

        DescribeScalingActivitiesResponse answer = fleet.calls.ask(
                DescribeScalingActivitiesRequest.builder()
                        .autoScalingGroupName(Fleet.NAME)
                        .build(),
                DescribeScalingActivitiesResponse.class);

        assertThat(answer.activities())
                .extracting(Activity::description)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Terminating EC2 instance: i-"),
                        second -> assertThat(second).startsWith("Launching a new EC2 instance: i-"));
        assertThat(answer.activities())
                .allSatisfy(a -> assertThat(a.statusCodeAsString()).isEqualTo("Successful"));
    }

    @Test
    void theCauseOfAnActivityNamesTheSecond() {
        Fleet fleet = Fleet.of(1).pass(Duration.ofNanos(250_000_001)).scaleTo(0);

        DescribeScalingActivitiesResponse answer = fleet.calls.ask(
                DescribeScalingActivitiesRequest.builder().maxRecords(1).build(),
                DescribeScalingActivitiesResponse.class);

        assertThat(answer.activities().get(0).cause()).startsWith("At 2026-01-01T00:02:02Z the instance was chosen");
    }
}
