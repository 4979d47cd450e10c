package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Work;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.SimulatedAws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks of the account what a plan's works say. */
final class WorkPlayer {
    private static final String RUBBISH = "{\"EC2InstanceId\": \"an instance\", \"instance_id\": \"an instance\"}";

    private static final String IN_SERVICE = "InService";

    private final SimulatedAws aws;
    private final Stage stage;
    private final Truth truth;

    WorkPlayer(SimulatedAws aws, Stage stage, Truth truth) {
        this.aws = aws;
        this.stage = stage;
        this.truth = truth;
    }

    void play(Work work) {
        if (work instanceof Work.ScaleIn w) {
            size(w.group(), -w.number());
        } else if (work instanceof Work.ScaleOut w) {
            size(w.group(), w.number());
        } else if (work instanceof Work.Terminate w) {
            with(w.group(), w.place(), id -> terminate(id, w.forGood()));
        } else if (work instanceof Work.SpotReclaim w) {
            with(w.group(), w.place(), id -> {
                asked(id);
                truth.history().taken(id);
                aws.announcements().interrupt(id);
            });
        } else if (work instanceof Work.Rebalance w) {
            with(w.group(), w.place(), id -> {
                asked(id);
                aws.announcements().recommendRebalance(id);
            });
        } else if (work instanceof Work.Retirement w) {
            with(w.group(), w.place(), id -> {
                asked(id);
                Instant end = aws.world().now().plus(w.in());
                truth.history().announced(id, end);
                aws.announcements().scheduleRetirement(List.of(id), end);
            });
        } else if (work instanceof Work.Rubbish w) {
            aws.sqs().byName(w.queue()).orElseThrow().send(RUBBISH);
            truth.history().rubbish(RUBBISH);
        }
    }

    private void asked(String instanceId) {
        truth.asked(instanceId, aws.world().now());
    }

    private void with(String group, int place, Consumer<String> what) {
        Optional<String> instance = stage.pick(group, IN_SERVICE, place);
        instance.ifPresent(what);
    }

    private void size(String group, int more) {
        if (aws.autoScaling().group(group).isPresent()) {
            int desired = aws.autoScaling().group(group).orElseThrow().desiredCapacity();
            aws.autoScaling().setDesiredCapacity(group, Math.max(0, desired + more));
        }
    }

    private void terminate(String instanceId, boolean forGood) {
        boolean last = aws.autoScaling()
                .groupOf(instanceId)
                .filter(g -> g.desiredCapacity() > g.minSize())
                .isEmpty();
        if (forGood && last) {
            return;
        }
        new Operator(aws)
                .autoScaling()
                .terminateInstanceInAutoScalingGroup(
                        r -> r.instanceId(instanceId).shouldDecrementDesiredCapacity(forGood));
    }
}
