package dev.drainpipe.proof.run;

import dev.drainpipe.proof.draw.Site.Guest;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.SimulatedAws;
import dev.drainpipe.simulator.ecs.TaskSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.Task;

/** Tasks that ECS does not move by itself: started by hand, or protected. */
final class Guests {
    private static final Duration LONG = Duration.ofMinutes(20);

    private final SimulatedAws aws;
    private final Stage stage;
    private final Truth truth;
    private final List<Endless> endless = new ArrayList<>();

    private record Endless(String cluster, String task) {}

    Guests(SimulatedAws aws, Stage stage, Truth truth) {
        this.truth = truth;
        this.aws = aws;
        this.stage = stage;
    }

    void arrive(Guest guest, String cluster) {
        stage.pick(guest.group(), "InService", guest.place()).ifPresent(id -> {
            if (guest.protectedTask()) {
                protect(guest, cluster);
            } else {
                TaskSpec task = TaskSpec.of("batch").withSlots(0);
                String arn = aws.ecs()
                        .startTask(guest.lifetime().map(task::withLifetime).orElse(task), id);
                if (guest.lifetime().isEmpty()) {
                    endless.add(new Endless(cluster, arn));
                }
            }
        });
    }

    private void protect(Guest guest, String cluster) {
        Instant until = aws.world().now().plus(guest.lifetime().orElse(LONG));
        List<Task> tasks = aws.ecs().tasks(cluster).stream()
                .filter(task -> task.lastStatus().equals("RUNNING"))
                .filter(task -> task.group().startsWith("service:s"))
                .toList();
        if (!tasks.isEmpty()) {
            Task task = tasks.get(guest.place() % tasks.size());
            truth.guest(task.group());
            aws.ecs().protect(task.taskArn(), until);
        }
    }

    /** Somebody stops those that would never end. */
    void leave() {
        Operator hand = new Operator(aws);
        endless.stream()
                .filter(task -> !truth.history().isGone(task.cluster()))
                .forEach(task ->
                        hand.ecs().stopTask(r -> r.cluster(task.cluster()).task(task.task())));
        endless.clear();
    }
}
