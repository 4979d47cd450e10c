package dev.drainpipe.terminator;

import dev.drainpipe.fleet.Attachment;
import dev.drainpipe.fleet.ContainerInstance;
import dev.drainpipe.fleet.ContainerInstance.Status;
import dev.drainpipe.fleet.Membership;
import dev.drainpipe.fleet.Task;
import dev.drainpipe.terminator.Sight.Asked;
import dev.drainpipe.terminator.Sight.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sights for tests: begin with a drained instance and spoil one thing. */
record Sights(Sight sight) {
    static final Instant SEEN_AT = Instant.parse("2026-01-01T12:00:00Z");
    static final String ARN = "arn:aws:ecs:eu-central-1:111122223333:container-instance/c/1";

    static Sights drained() {
        ContainerInstance ecs = new ContainerInstance("i-1", ARN, Status.DRAINING, true, 0);
        return new Sights(new Sight(
                SEEN_AT,
                new Asked(Membership.WAITING, false),
                new Place("c", ecs),
                TasksSeen.listed(List.of(), StandaloneTasks.WAIT),
                Map.of("lb", Attachment.OUT, "tg", Attachment.OUT)));
    }

    Sights in(Membership membership) {
        return with(new Asked(membership, sight.asked().hookGone()));
    }

    Sights withoutItsHook() {
        return with(new Asked(sight.membership(), true));
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
        return withTasks(new Task("t1", group, status, false));
    }

    Sights withTasks(Task... tasks) {
        return with(TasksSeen.listed(List.of(tasks), StandaloneTasks.WAIT));
    }

    Sights with(TasksSeen tasks) {
        return new Sights(new Sight(SEEN_AT, sight.asked(), sight.place(), tasks, sight.loadBalancers()));
    }

    Sights with(String loadBalancer, Attachment attachment) {
        Map<String, Attachment> changed = new HashMap<>(sight.loadBalancers());
        changed.put(loadBalancer, attachment);
        return new Sights(new Sight(SEEN_AT, sight.asked(), sight.place(), sight.tasks(), changed));
    }

    private Sights with(ContainerInstance ecs) {
        return new Sights(new Sight(SEEN_AT, sight.asked(), new Place("c", ecs), sight.tasks(), sight.loadBalancers()));
    }

    private Sights with(Asked asked) {
        return new Sights(new Sight(SEEN_AT, asked, sight.place(), sight.tasks(), sight.loadBalancers()));
    }
}
