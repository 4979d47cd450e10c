package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.Operations;
import software.amazon.awssdk.services.autoscaling.model.DescribeWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.DescribeWarmPoolResponse;
import software.amazon.awssdk.services.autoscaling.model.PutWarmPoolRequest;
import software.amazon.awssdk.services.autoscaling.model.PutWarmPoolResponse;
import software.amazon.awssdk.services.autoscaling.model.WarmPoolConfiguration;
import software.amazon.awssdk.services.autoscaling.model.WarmPoolState;

/**
 * Warm pools, as far as simulated: running ones that take back what a scale-in lets go.
 *
 * <p>Facts from the EC2 Auto Scaling API reference, PutWarmPool, DescribeWarmPool.
 */
final class WarmPoolOperations {
    private final Groups groups;

    WarmPoolOperations(Groups groups) {
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations.on(PutWarmPoolRequest.class, this::put).on(DescribeWarmPoolRequest.class, this::describe);
    }

    private PutWarmPoolResponse put(PutWarmPoolRequest request) {
        Group group = groups.existing(request.autoScalingGroupName());
        if (request.poolState() != WarmPoolState.RUNNING) {
            throw Validation.notSimulated("warm pools of another state than Running");
        }
        if (request.minSize() != null && request.minSize() > 0) {
            throw Validation.notSimulated("a minimum size of warm pools");
        }
        group.change(s -> s.warmPoolConfiguration(WarmPoolConfiguration.builder()
                .minSize(0)
                .poolState(request.poolState())
                .maxGroupPreparedCapacity(request.maxGroupPreparedCapacity())
                .instanceReusePolicy(request.instanceReusePolicy())
                .build()));
        return PutWarmPoolResponse.builder().build();
    }

    private DescribeWarmPoolResponse describe(DescribeWarmPoolRequest request) {
        Group group = groups.existing(Validation.required(request.autoScalingGroupName(), "autoScalingGroupName"));
        return DescribeWarmPoolResponse.builder()
                .warmPoolConfiguration(group.settings().warmPoolConfiguration())
                .instances(group.members(MemberState::warm).stream()
                        .map(Member::description)
                        .toList())
                .build();
    }
}
