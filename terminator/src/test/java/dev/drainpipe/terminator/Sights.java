package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sights for tests: begin with a drained instance and spoil one thing. */
record Sights(Sight sight) {
    static final Instant SEEN_AT = Instant.parse("2026-01-01T12:00:00Z");
    static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:container-instance/c/1";

    static Sights drained() {
        ContainerInstance ecs = new ContainerInstance("i-1", ARN, Status.DRAINING, true, 0);
        return new Sights(new Sight(
                SEEN_AT,
                Membership.WAITING,
                ecs,
                TasksSeen.listed(List.of(), Set.of()),
                Map.of("lb", Attachment.OUT, "tg", Attachment.OUT)));
    }

    Sights in(Membership membership) {
        return new Sights(new Sight(SEEN_AT, membership, sight.ecs(), sight.tasks(), sight.loadBalancers()));
    }

    Sights withStatus(Status status) {
        return with(new ContainerInstance(
                "i-1", ARN, status, sight.ecs().agentConnected(), sight.ecs().tasks()));
    }

    Sights withSilentAgent() {
        return with(new ContainerInstance("i-1", ARN, sight.ecs().status(), false, 0));
    }

    Sights gone() {
        return with(ContainerInstance.gone("i-1"));
    }

    Sights withTask(String group, String status) {
        return with(TasksSeen.listed(List.of(new Task("t1", group, status)), Set.of("service:agent")));
    }

    Sights with(TasksSeen tasks) {
        return new Sights(new Sight(SEEN_AT, sight.membership(), sight.ecs(), tasks, sight.loadBalancers()));
    }

    Sights with(String loadBalancer, Attachment attachment) {
        Map<String, Attachment> changed = new HashMap<>(sight.loadBalancers());
        changed.put(loadBalancer, attachment);
        return new Sights(new Sight(SEEN_AT, sight.membership(), sight.ecs(), sight.tasks(), changed));
    }

    private Sights with(ContainerInstance ecs) {
        return new Sights(new Sight(SEEN_AT, sight.membership(), ecs, sight.tasks(), sight.loadBalancers()));
    }
}
