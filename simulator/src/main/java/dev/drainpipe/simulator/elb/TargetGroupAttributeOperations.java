package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.DescribeTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesRequest;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ModifyTargetGroupAttributesResponse;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupAttribute;

/** The attributes of target groups, of which the deregistration delay has an effect. */
final class TargetGroupAttributeOperations {
    private final TargetGroups groups;

    TargetGroupAttributeOperations(TargetGroups groups) {
        this.groups = groups;
    }

    void addTo(Operations operations) {
        operations
                .on(DescribeTargetGroupAttributesRequest.class, this::describe)
                .on(ModifyTargetGroupAttributesRequest.class, this::modify);
    }

    private DescribeTargetGroupAttributesResponse describe(DescribeTargetGroupAttributesRequest request) {
        return DescribeTargetGroupAttributesResponse.builder()
                .attributes(shown(groups.existing(request.targetGroupArn())))
                .build();
    }

    private ModifyTargetGroupAttributesResponse modify(ModifyTargetGroupAttributesRequest request) {
        SimulatedTargetGroup group = groups.existing(request.targetGroupArn());
        Validation.requiredList(request.attributes(), "attributes").forEach(a -> set(group, a.key(), a.value()));
        return ModifyTargetGroupAttributesResponse.builder()
                .attributes(shown(group))
                .build();
    }

    private static void set(SimulatedTargetGroup group, String key, String value) {
        if (SimulatedTargetGroup.DELAY.equals(key)) {
            group.delay(delay(value));
        } else if (group.attributes().containsKey(key)) {
            group.attribute(key, value);
        } else {
            throw AwsError.sender(
                    "InvalidConfigurationRequest", "Target group attribute key '" + key + "' is not recognized");
        }
    }

    /** From 0 to 3600 s (User Guide, 'Edit target group attributes for your Application Load Balancer'). */
    private static Duration delay(String value) {
        if (!value.matches("\\d{1,4}") || Integer.parseInt(value) > 3600) {
            throw AwsError.sender(
                    "InvalidConfigurationRequest",
                    "'%s' must be between 0 and 3600, not '%s'".formatted(SimulatedTargetGroup.DELAY, value));
        }
        return Duration.ofSeconds(Integer.parseInt(value));
    }

    private static List<TargetGroupAttribute> shown(SimulatedTargetGroup group) {
        return new TreeMap<>(group.attributes())
                .entrySet().stream()
                        .map(e -> TargetGroupAttribute.builder()
                                .key(e.getKey())
                                .value(e.getValue())
                                .build())
                        .toList();
    }
}
