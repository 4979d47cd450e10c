package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingInstancesResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeScalingActivitiesResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;

/**
 * Listing groups, their instances and what was done with them; what is unknown is left out.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, DescribeAutoScalingGroups, DescribeAutoScalingInstances,
 * DescribeScalingActivities.
 */
final class GroupQueries {
    private final Groups groups;
    private final Activities activities;

    GroupQueries(Groups groups, Activities activities) {
        this.groups = groups;
        this.activities = activities;
    }

    void addTo(Operations operations) {
        operations
                .on(DescribeAutoScalingGroupsRequest.class, this::groups)
                .on(DescribeAutoScalingInstancesRequest.class, this::instances)
                .on(DescribeScalingActivitiesRequest.class, this::activities);
    }

    /** One page; a token that is none of ours is AWS's error. */
    static <T> Page<T> page(List<T> all, Function<T, String> key, Page.Wanted wanted) {
        return Page.of(all, key, wanted)
                .orElseThrow(
                        () -> AwsError.sender("InvalidNextToken", "The token '" + wanted.token() + "' is invalid"));
    }

    private DescribeAutoScalingGroupsResponse groups(DescribeAutoScalingGroupsRequest request) {
        int size =
                Validation.between(request.maxRecords(), 1, 100, "maxRecords").orElse(50);
        List<String> names = request.autoScalingGroupNames();
        List<Group> chosen = groups.all().stream()
                .filter(g -> names.isEmpty() || names.contains(g.name()))
                .filter(g -> request.filters().stream().allMatch(f -> fits(g, f)))
                .toList();
        Page<Group> page = page(chosen, Group::name, new Page.Wanted(size, request.nextToken()));
        boolean shown = !Boolean.FALSE.equals(request.includeInstances());
        return DescribeAutoScalingGroupsResponse.builder()
                .autoScalingGroups(page.items().stream()
                        .map(Group::description)
                        .map(g -> shown ? g : g.toBuilder().instances(List.of()).build())
                        .toList())
                .nextToken(page.next().orElse(null))
                .build();
    }

    private static boolean fits(Group group, Filter filter) {
        String name = Validation.required(filter.name(), "filters.member.name");
        if (name.equals("tag-key")) {
            return filter.values().stream().anyMatch(group.tags()::containsKey);
        }
        if (name.equals("tag-value")) {
            return group.tags().values().stream().anyMatch(t -> filter.values().contains(t.value()));
        }
        if (name.startsWith("tag:")) {
            return group.tag(name.substring("tag:".length()))
                    .filter(filter.values()::contains)
                    .isPresent();
        }
        throw Validation.error(
                "Filter type " + name + " is not correct. Allowed Filter types are: tag-key tag-value tag:<key>");
    }

    /** At most 50 ids; those in no group are left out (EC2 Auto Scaling API, DescribeAutoScalingInstances). */
    private DescribeAutoScalingInstancesResponse instances(DescribeAutoScalingInstancesRequest request) {
        int size = Validation.between(request.maxRecords(), 1, 50, "maxRecords").orElse(50);
        List<String> ids = request.instanceIds();
        if (ids.size() > 50) {
            throw Validation.error("The number of instance ids that may be passed in is limited to 50");
        }
        List<Member> chosen = groups.members().stream()
                .filter(m -> ids.isEmpty() || ids.contains(m.id()))
                .toList();
        Page<Member> page = page(chosen, Member::id, new Page.Wanted(size, request.nextToken()));
        return DescribeAutoScalingInstancesResponse.builder()
                .autoScalingInstances(page.items().stream().map(Member::details).toList())
                .nextToken(page.next().orElse(null))
                .build();
    }

    /** The newest first. */
    private DescribeScalingActivitiesResponse activities(DescribeScalingActivitiesRequest request) {
        int size =
                Validation.between(request.maxRecords(), 1, 100, "maxRecords").orElse(100);
        String group = request.autoScalingGroupName();
        if (group != null && !Boolean.TRUE.equals(request.includeDeletedGroups())) {
            groups.existing(group);
        }
        List<ScalingActivity> chosen = activities.all().stream()
                .filter(a ->
                        group == null || a.description().autoScalingGroupName().equals(group))
                .filter(a -> request.activityIds().isEmpty()
                        || request.activityIds().contains(a.description().activityId()))
                .toList();
        Page<ScalingActivity> page =
                page(chosen, ScalingActivity::newestFirst, new Page.Wanted(size, request.nextToken()));
        return DescribeScalingActivitiesResponse.builder()
                .activities(
                        page.items().stream().map(ScalingActivity::description).toList())
                .nextToken(page.next().orElse(null))
                .build();
    }
}
