package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.query.Validation;
import dev.drainpipe.simulator.wire.AwsError;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;

/** All target groups by ARN. */
final class TargetGroups {
    private final TargetPool.Surroundings around;
    private final ElbV2Behaviour behaviour;
    private final Frontends frontends;
    private final Dice dice;
    private final Map<String, SimulatedTargetGroup> byArn = new TreeMap<>();

    TargetGroups(TargetPool.Surroundings around, ElbV2Behaviour behaviour, Frontends frontends) {
        this.around = around;
        this.behaviour = behaviour;
        this.frontends = frontends;
        this.dice = around.world().dice().of("target groups");
    }

    List<SimulatedTargetGroup> all() {
        return List.copyOf(byArn.values());
    }

    Optional<SimulatedTargetGroup> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** The group of this ARN, or AWS's error. */
    SimulatedTargetGroup existing(@Nullable String arn) {
        return find(Validation.required(arn, "targetGroupArn"))
                .orElseThrow(() -> AwsError.sender("TargetGroupNotFound", "Target groups '" + arn + "' not found"));
    }

    /** A group as the defaults of CreateTargetGroup make it, with the settings of the specification. */
    SimulatedTargetGroup create(TargetGroupSpec spec) {
        World world = around.world();
        TargetGroup settings = TargetGroup.builder()
                .targetGroupName(spec.name())
                .targetGroupArn(
                        world.account().arn("elasticloadbalancing", "targetgroup/" + spec.name() + "/" + dice.hex(16)))
                .protocol("HTTP")
                .port(spec.port())
                .healthCheckEnabled(true)
                .healthCheckProtocol("HTTP")
                .healthCheckPort("traffic-port")
                .healthCheckIntervalSeconds((int) spec.checks().interval().toSeconds())
                .healthCheckTimeoutSeconds(5)
                .healthyThresholdCount(spec.checks().healthyThreshold())
                .unhealthyThresholdCount(spec.checks().unhealthyThreshold())
                .healthCheckPath("/")
                .targetType(TargetTypeEnum.INSTANCE)
                .build();
        SimulatedTargetGroup made = new SimulatedTargetGroup(around, behaviour, settings);
        made.delay(spec.deregistrationDelay());
        byArn.put(made.arn(), made);
        return made;
    }

    void remove(String arn) {
        byArn.remove(arn);
    }

    /** To be called when listeners came or went: looks again which groups are in use. */
    void frontendsChanged() {
        all().forEach(g -> g.pool().inUse(!frontends.using(g.arn()).isEmpty()));
    }
}
