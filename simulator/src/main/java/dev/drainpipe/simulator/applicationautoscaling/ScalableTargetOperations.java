package dev.drainpipe.simulator.applicationautoscaling;

import dev.drainpipe.simulator.query.Page;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.wire.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** RegisterScalableTarget, DeregisterScalableTarget, DescribeScalableTargets. */
final class ScalableTargetOperations {
    /** The most targets on one page, and how many there are unless fewer are asked for (DescribeScalableTargets). */
    private static final int MOST = 50;

    private final ScalableTargets targets;

    ScalableTargetOperations(ScalableTargets targets) {
        this.targets = targets;
    }

    void addTo(Operations operations) {
        operations
                .on(RegisterScalableTargetRequest.class, this::register)
                .on(DeregisterScalableTargetRequest.class, this::deregister)
                .on(DescribeScalableTargetsRequest.class, this::describe);
    }

    private RegisterScalableTargetResponse register(RegisterScalableTargetRequest request) {
        Requests.namespace(request.serviceNamespaceAsString());
        named(request.resourceId(), request.scalableDimensionAsString());
        if (request.suspendedState() != null) {
            throw Requests.notSimulated("SuspendedState");
        }
        if (request.roleARN() != null) {
            throw Requests.notSimulated("RoleARN");
        }
        if (request.hasTags()) {
            throw Requests.notSimulated("Tags");
        }
        return RegisterScalableTargetResponse.builder()
                .scalableTargetARN(targets.put(request).scalableTargetARN())
                .build();
    }

    private DeregisterScalableTargetResponse deregister(DeregisterScalableTargetRequest request) {
        Requests.namespace(request.serviceNamespaceAsString());
        String resourceId = named(request.resourceId(), request.scalableDimensionAsString());
        if (!targets.remove(resourceId)) {
            throw AwsError.sender(
                    "ObjectNotFoundException",
                    "No scalable target registered for service namespace: %s, resource ID: %s, scalable dimension: %s"
                            .formatted(Requests.NAMESPACE, resourceId, Requests.DIMENSION));
        }
        return DeregisterScalableTargetResponse.builder().build();
    }

    private DescribeScalableTargetsResponse describe(DescribeScalableTargetsRequest request) {
        Requests.namespace(request.serviceNamespaceAsString());
        if (request.scalableDimensionAsString() != null) {
            Requests.dimension(request.scalableDimensionAsString());
            Requests.given(request.resourceIds().isEmpty() ? null : request.resourceIds(), "resourceIds");
        }
        int size = request.maxResults() == null ? MOST : request.maxResults();
        if (size < 1 || size > MOST) {
            throw Requests.invalid("MaxResults must be between 1 and " + MOST);
        }
        Page<ScalableTarget> page = Page.of(
                        chosen(request.resourceIds()),
                        ScalableTarget::resourceId,
                        new Page.Wanted(size, request.nextToken()))
                .orElseThrow(() -> AwsError.sender("InvalidNextTokenException", "The next token supplied was invalid"));
        return DescribeScalableTargetsResponse.builder()
                .scalableTargets(page.items())
                .nextToken(page.next().orElse(null))
                .build();
    }

    private List<ScalableTarget> chosen(List<String> resourceIds) {
        return targets.all().stream()
                .filter(target -> resourceIds.isEmpty() || resourceIds.contains(target.resourceId()))
                .toList();
    }

    private static String named(@Nullable String resourceId, @Nullable String dimension) {
        String id = Requests.given(resourceId, "resourceId");
        Requests.service(id, Requests.given(dimension, "scalableDimension"));
        return id;
    }
}
