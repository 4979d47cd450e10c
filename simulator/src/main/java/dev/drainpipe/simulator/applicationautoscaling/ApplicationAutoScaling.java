package dev.drainpipe.simulator.applicationautoscaling;

import dev.drainpipe.simulator.wire.AwsService;
import dev.drainpipe.simulator.wire.Operations;
import dev.drainpipe.simulator.wire.ServiceId;
import dev.drainpipe.simulator.world.World;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;

/**
 * Application Auto Scaling, as far as one can ask it which ECS services it scales (API version 2016-02-06).
 *
 * <p>Known differences from AWS: it only keeps the register, and never scales anything; scaling policies, scheduled
 * actions, activities, suspension, roles and tags are refused, and so is every namespace but {@code ecs}; it does not
 * ask ECS whether a service exists. The codes of errors are those of the Application Auto Scaling API reference, which
 * does not tell their texts.
 */
public final class ApplicationAutoScaling implements AwsService {
    private final ScalableTargets targets;
    private final Operations operations = new Operations();

    public ApplicationAutoScaling(World world) {
        this.targets = new ScalableTargets(world);
        new ScalableTargetOperations(targets).addTo(operations);
    }

    @Override
    public ServiceId id() {
        return ServiceId.APPLICATION_AUTO_SCALING;
    }

    @Override
    public Operations operations() {
        return operations;
    }

    /** Lets it scale a service of ECS between these two desired counts, without an API call. */
    public void register(String cluster, String service, int least, int most) {
        targets.put(RegisterScalableTargetRequest.builder()
                .serviceNamespace(Requests.NAMESPACE)
                .scalableDimension(Requests.DIMENSION)
                .resourceId("service/" + cluster + "/" + service)
                .minCapacity(least)
                .maxCapacity(most)
                .build());
    }
}
