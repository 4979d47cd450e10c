package dev.drainpipe.simulator.applicationautoscaling;

import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;

/** The register: what is scaled, by resource id. */
final class ScalableTargets {
    /** How many hexadecimal digits the id at the end of a target's ARN has. */
    private static final int ID_DIGITS = 34;

    private final World world;
    private final Dice dice;
    private final Map<String, ScalableTarget> byResourceId = new TreeMap<>();

    ScalableTargets(World world) {
        this.world = world;
        this.dice = world.dice().of("application auto scaling");
    }

    /** Registers a target, or changes what the request names of a registered one. */
    ScalableTarget put(RegisterScalableTargetRequest request) {
        Optional<ScalableTarget> before = find(request.resourceId());
        int least = capacity(request.minCapacity(), before.map(ScalableTarget::minCapacity), "minCapacity");
        int most = capacity(request.maxCapacity(), before.map(ScalableTarget::maxCapacity), "maxCapacity");
        if (least > most) {
            throw Requests.invalid("Minimum capacity cannot be greater than maximum capacity");
        }
        ScalableTarget target = before.orElseGet(() -> created(request.resourceId())).toBuilder()
                .minCapacity(least)
                .maxCapacity(most)
                .build();
        byResourceId.put(request.resourceId(), target);
        return target;
    }

    /** The target of this resource id. */
    Optional<ScalableTarget> find(String resourceId) {
        return Optional.ofNullable(byResourceId.get(resourceId));
    }

    /** Forgets a target; whether there was one. */
    boolean remove(String resourceId) {
        return byResourceId.remove(resourceId) != null;
    }

    List<ScalableTarget> all() {
        return List.copyOf(byResourceId.values());
    }

    private static int capacity(@Nullable Integer wanted, Optional<Integer> before, String member) {
        int capacity = wanted == null ? Requests.given(before.orElse(null), member) : wanted;
        if (capacity < 0) {
            throw Requests.invalid(member + " cannot be negative");
        }
        return capacity;
    }

    private ScalableTarget created(String resourceId) {
        return ScalableTarget.builder()
                .serviceNamespace(Requests.NAMESPACE)
                .resourceId(resourceId)
                .scalableDimension(Requests.DIMENSION)
                .creationTime(world.now())
                .scalableTargetARN(
                        world.account().arn("application-autoscaling", "scalable-target/" + dice.hex(ID_DIGITS)))
                .build();
    }
}
