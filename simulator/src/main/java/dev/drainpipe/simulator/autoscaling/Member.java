package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.world.Ec2Instance;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingInstanceDetails;
import software.amazon.awssdk.services.autoscaling.model.Instance;

/** One instance of a group: where it is in its life. */
final class Member {
    private static final String TYPE = "m5.large";

    private final Group group;
    private final Ec2Instance instance;
    private MemberState state = MemberState.PENDING;
    private boolean healthy = true;
    private boolean isProtected;
    private @Nullable HookWait held;

    Member(Group group, Ec2Instance instance) {
        this.group = group;
        this.instance = instance;
        this.isProtected = group.protectsNewInstances();
    }

    Group group() {
        return group;
    }

    Ec2Instance instance() {
        return instance;
    }

    String id() {
        return instance.id();
    }

    MemberState state() {
        return state;
    }

    /** To be changed through {@link Outside#enter} only, so that everybody hears of it. */
    void state(MemberState entered) {
        this.state = entered;
    }

    boolean healthy() {
        return healthy;
    }

    void healthy(boolean well) {
        this.healthy = well;
    }

    boolean isProtected() {
        return isProtected;
    }

    /** Whether a scale-in must leave it alone. */
    void protect(boolean protect) {
        this.isProtected = protect;
    }

    /** The wait on its hooks, while it is in one. */
    Optional<HookWait> held() {
        return Optional.ofNullable(held);
    }

    void held(@Nullable HookWait begun) {
        this.held = begun;
    }

    /** As DescribeAutoScalingGroups shows it. */
    Instance description() {
        return Instance.builder()
                .instanceId(id())
                .instanceType(TYPE)
                .availabilityZone(instance.zone())
                .lifecycleState(state.word())
                .healthStatus(healthStatus())
                .launchConfigurationName(group.settings().launchConfigurationName())
                .launchTemplate(group.settings().launchTemplate())
                .protectedFromScaleIn(isProtected)
                .build();
    }

    /** As DescribeAutoScalingInstances shows it. */
    AutoScalingInstanceDetails details() {
        return AutoScalingInstanceDetails.builder()
                .instanceId(id())
                .instanceType(TYPE)
                .autoScalingGroupName(group.name())
                .availabilityZone(instance.zone())
                .lifecycleState(state.word())
                .healthStatus(healthStatus().toUpperCase(Locale.ROOT))
                .launchConfigurationName(group.settings().launchConfigurationName())
                .launchTemplate(group.settings().launchTemplate())
                .protectedFromScaleIn(isProtected)
                .build();
    }

    private String healthStatus() {
        return healthy ? "Healthy" : "Unhealthy";
    }
}
