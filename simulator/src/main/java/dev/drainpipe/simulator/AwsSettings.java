package dev.drainpipe.simulator;

import dev.drainpipe.simulator.autoscaling.AutoScalingOptions;
import dev.drainpipe.simulator.ecs.EcsBehaviour;
import dev.drainpipe.simulator.ecs.EcsTimings;
import dev.drainpipe.simulator.elb.ClassicElbBehaviour;
import dev.drainpipe.simulator.elb.ElbV2Behaviour;
import dev.drainpipe.simulator.sqs.SqsBehaviour;
import dev.drainpipe.simulator.world.Account;
import java.time.Duration;
import java.time.Instant;

/**
 * What a simulated account is made of; two accounts of equal settings, driven alike, behave alike.
 *
 * @param start the virtual moment at which it begins
 * @param seed what all its chance is drawn from
 * @param latency how long an API call of a simulated function takes; clients outside take the time that they take
 */
public record AwsSettings(
        Instant start,
        long seed,
        Account account,
        Duration latency,
        SqsBehaviour sqs,
        ClassicElbBehaviour classicElb,
        ElbV2Behaviour elbV2,
        EcsTimings ecsTimings,
        EcsBehaviour ecs,
        AutoScalingOptions autoScaling) {
    /** The ordinary account: AWS's defaults where they are documented, the likelier setting where they are not. */
    public static AwsSettings of(Instant start, long seed) {
        return new AwsSettings(
                start,
                seed,
                Account.example(),
                Duration.ofMillis(20),
                SqsBehaviour.defaults(),
                ClassicElbBehaviour.defaults(),
                ElbV2Behaviour.defaults(),
                EcsTimings.defaults(),
                EcsBehaviour.defaults(),
                AutoScalingOptions.defaults());
    }
}
