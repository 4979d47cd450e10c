package dev.drainpipe.aws;

import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.port.OtherScalers;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Asks Application Auto Scaling which services are registered with it, with DescribeScalableTargets. */
public final class ScalableTargets implements OtherScalers {
    /** As many as one page of the answer holds (Application Auto Scaling API reference, DescribeScalableTargets). */
    private static final int TARGETS_PER_DESCRIBE = 50;

    private final ApplicationAutoScalingClient scaling;

    public ScalableTargets(ApplicationAutoScalingClient scaling) {
        this.scaling = scaling;
    }

    @Override
    public Map<ServiceName, String> of(Collection<ServiceName> services) {
        Map<String, ServiceName> byResourceId = services.stream()
                .distinct()
                .collect(Collectors.toMap(
                        ScalableTargets::resourceId, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        Map<ServiceName, String> found = new LinkedHashMap<>();
        for (List<String> chunk : Chunks.of(byResourceId.keySet(), TARGETS_PER_DESCRIBE)) {
            describe(chunk).forEach(target -> {
                ServiceName service = byResourceId.get(target.resourceId());
                if (service != null) {
                    found.put(service, words(target));
                }
            });
        }
        return found;
    }

    private List<ScalableTarget> describe(List<String> resourceIds) {
        return AwsErrors.calling(
                "asking Application Auto Scaling whether it scales " + String.join(", ", resourceIds),
                () -> scaling
                        .describeScalableTargetsPaginator(request -> request.serviceNamespace(ServiceNamespace.ECS)
                                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                                .resourceIds(resourceIds))
                        .scalableTargets()
                        .stream()
                        .toList());
    }

    /** Application Auto Scaling API reference, ScalableTarget. */
    private static String resourceId(ServiceName service) {
        return "service/" + service.cluster() + "/" + service.service();
    }

    private static String words(ScalableTarget target) {
        return "Application Auto Scaling, between " + target.minCapacity() + " and " + target.maxCapacity() + " tasks";
    }
}
