package dev.drainpipe.proof.run;

import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.autoscaling.AutoScalingOptions;
import dev.drainpipe.simulator.autoscaling.AutoScalingTimings;
import dev.drainpipe.simulator.ecs.EcsBehaviour;
import dev.drainpipe.simulator.ecs.EcsTimings;
import dev.drainpipe.simulator.elb.ClassicElbBehaviour;
import dev.drainpipe.simulator.sqs.SqsBehaviour;
import java.time.Duration;
import java.time.Instant;

/** An account whose instances boot at once: what happens before a scenario begins is not what it is about. */
public final class Quick {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Quick() {}

    public static AwsSettings settings() {
        AwsSettings usual = AwsSettings.of(START, 1);
        EcsTimings ecs = new EcsTimings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Duration.ofHours(1),
                Duration.ofHours(1));
        AutoScalingTimings autoScaling = new AutoScalingTimings(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
        return with(
                usual,
                ecs,
                new AutoScalingOptions(autoScaling, usual.autoScaling().behaviour()));
    }

    /** The same with calls that take no time, where only their order matters. */
    public static AwsSettings withoutLatency(AwsSettings usual) {
        return new AwsSettings(
                usual.start(),
                usual.seed(),
                usual.account(),
                Duration.ZERO,
                usual.sqs(),
                usual.classicElb(),
                usual.elbV2(),
                usual.ecsTimings(),
                usual.ecs(),
                usual.autoScaling());
    }

    /** The same with another SQS. */
    public static AwsSettings with(AwsSettings usual, SqsBehaviour sqs) {
        return new AwsSettings(
                usual.start(),
                usual.seed(),
                usual.account(),
                usual.latency(),
                sqs,
                usual.classicElb(),
                usual.elbV2(),
                usual.ecsTimings(),
                usual.ecs(),
                usual.autoScaling());
    }

    /** The same with another ECS. */
    public static AwsSettings with(AwsSettings usual, EcsBehaviour ecs) {
        return new AwsSettings(
                usual.start(),
                usual.seed(),
                usual.account(),
                usual.latency(),
                usual.sqs(),
                usual.classicElb(),
                usual.elbV2(),
                usual.ecsTimings(),
                ecs,
                usual.autoScaling());
    }

    /** The same with other Classic load balancers. */
    public static AwsSettings with(AwsSettings usual, ClassicElbBehaviour classicElb) {
        return new AwsSettings(
                usual.start(),
                usual.seed(),
                usual.account(),
                usual.latency(),
                usual.sqs(),
                classicElb,
                usual.elbV2(),
                usual.ecsTimings(),
                usual.ecs(),
                usual.autoScaling());
    }

    private static AwsSettings with(AwsSettings usual, EcsTimings ecs, AutoScalingOptions autoScaling) {
        return new AwsSettings(
                usual.start(),
                usual.seed(),
                usual.account(),
                usual.latency(),
                usual.sqs(),
                usual.classicElb(),
                usual.elbV2(),
                ecs,
                usual.ecs(),
                autoScaling);
    }
}
