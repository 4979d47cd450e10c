package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site.Nature;
import dev.drainpipe.simulator.AwsSettings;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour;
import dev.drainpipe.simulator.autoscaling.AutoScalingBehaviour.BothGiven;
import dev.drainpipe.simulator.autoscaling.AutoScalingOptions;
import dev.drainpipe.simulator.autoscaling.ScaleIn;
import dev.drainpipe.simulator.ecs.EcsBehaviour;
import dev.drainpipe.simulator.sqs.SqsBehaviour;
import java.time.Duration;

/** The account of a plan, as the simulator is told of it. */
final class Settings {
    private static final double WHOLE = 100;

    private Settings() {}

    static AwsSettings of(Plan plan) {
        AwsSettings quick = Quick.settings();
        Nature nature = plan.site().nature();
        return new AwsSettings(
                quick.start(),
                plan.seed(),
                quick.account(),
                quick.latency(),
                sqs(nature),
                quick.classicElb(),
                quick.elbV2(),
                quick.ecsTimings(),
                nature.protectedResist()
                        ? EcsBehaviour.defaults()
                        : EcsBehaviour.defaults().withDrainingDespiteProtection(),
                new AutoScalingOptions(quick.autoScaling().timings(), autoScaling(nature)));
    }

    private static SqsBehaviour sqs(Nature nature) {
        return SqsBehaviour.defaults()
                .with(nature.shuffled() ? SqsBehaviour.Order.SHUFFLED : SqsBehaviour.Order.IN_ORDER)
                .withDuplicates(nature.duplicates() / WHOLE)
                .withLateMessages(Duration.ofSeconds(nature.late()))
                .withShortPollMisses(nature.misses() / WHOLE);
    }

    private static AutoScalingBehaviour autoScaling(Nature nature) {
        return new AutoScalingBehaviour(
                nature.randomScaleIn() ? ScaleIn.Policy.RANDOM : ScaleIn.Policy.OLDEST,
                nature.tokenCounts() ? BothGiven.TOKEN_COUNTS : BothGiven.MUST_AGREE,
                AutoScalingBehaviour.defaults().pastGlobalTimeout());
    }
}
