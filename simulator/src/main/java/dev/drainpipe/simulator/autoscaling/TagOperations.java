package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.CreateOrUpdateTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.DeleteTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DeleteTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeTagsResponse;
import software.amazon.awssdk.services.autoscaling.model.Filter;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.TagDescription;

/**
 * The tags of groups.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, CreateOrUpdateTags, DeleteTags, DescribeTags.
 */
final class TagOperations {
    private final Groups groups;

    TagOperations(Groups groups) {
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations
                .on(CreateOrUpdateTagsRequest.class, this::put)
                .on(DeleteTagsRequest.class, this::delete)
                .on(DescribeTagsRequest.class, this::describe);
    }

    static TagDescription description(String group, Tag tag) {
        return TagDescription.builder()
                .resourceId(group)
                .resourceType("auto-scaling-group")
                .key(Validation.required(tag.key(), "tags.member.key"))
                .value(tag.value() == null ? "" : tag.value())
                .propagateAtLaunch(Boolean.TRUE.equals(tag.propagateAtLaunch()))
                .build();
    }

    private CreateOrUpdateTagsResponse put(CreateOrUpdateTagsRequest request) {
        for (Tag tag : Validation.requiredList(request.tags(), "tags")) {
            Group group = groups.existing(tag.resourceId());
            group.tags().put(tag.key(), description(group.name(), tag));
        }
        return CreateOrUpdateTagsResponse.builder().build();
    }

    private DeleteTagsResponse delete(DeleteTagsRequest request) {
        Validation.requiredList(request.tags(), "tags")
                .forEach(t -> groups.existing(t.resourceId()).tags().remove(t.key()));
        return DeleteTagsResponse.builder().build();
    }

    private DescribeTagsResponse describe(DescribeTagsRequest request) {
        int size =
                Validation.between(request.maxRecords(), 1, 100, "maxRecords").orElse(50);
        List<TagDescription> chosen = groups.all().stream()
                .flatMap(g -> g.tags().values().stream())
                .filter(t -> request.filters().stream().allMatch(f -> fits(t, f)))
                .toList();
        Page<TagDescription> page = GroupQueries.page(
                chosen, t -> t.resourceId() + "/" + t.key(), new Page.Wanted(size, request.nextToken()));
        return DescribeTagsResponse.builder()
                .tags(page.items())
                .nextToken(page.next().orElse(null))
                .build();
    }

    private static boolean fits(TagDescription tag, Filter filter) {
        String name = Validation.required(filter.name(), "filters.member.name");
        return switch (name) {
            case "auto-scaling-group" -> filter.values().contains(tag.resourceId());
            case "key" -> filter.values().contains(tag.key());
            case "value" -> filter.values().contains(tag.value());
            case "propagate-at-launch" ->
                filter.values().contains(tag.propagateAtLaunch().toString());
            default ->
                throw Validation.error("Filter type " + name + " is not correct. Allowed Filter types are:"
                        + " auto-scaling-group key value propagate-at-launch");
        };
    }
}
