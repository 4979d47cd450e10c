package dev.drainpipe.proof.draw;

import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.simulator.fault.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws what goes wrong. */
final class DrawnTroubles {
    private static final List<String> CALLS = List.of(
            ".*",
            ".*",
            ".*",
            "ecs:.*",
            "autoscaling:.*",
            "elasticloadbalancing:.*",
            "sqs:.*",
            "ecs:(List|Describe).*",
            "autoscaling:Describe.*",
            "autoscaling:(Complete|Record).*",
            "ecs:Update.*",
            "sqs:(Send|Delete).*");

    /** Those on which it turns whether an instance goes. */
    private static final List<String> TURNING_POINTS = List.of(
            ".*",
            "ecs:ListTasks",
            "ecs:DescribeTasks",
            "ecs:(List|Describe)ContainerInstances",
            "ecs:ListContainerInstances",
            "ecs:UpdateContainerInstancesState",
            "autoscaling:Describe.*",
            "elasticloadbalancing:Describe.*",
            "elasticloadbalancing:Describe.*",
            "elasticloadbalancing:Deregister.*",
            "sqs:SendMessage.*",
            "sqs:DeleteMessage.*");

    private static final int AIMED_PERCENT = 60;

    /** How long after the beginning of a work an aimed trouble begins at the latest, and how long it lasts, in seconds. */
    private static final int LATEST_AIM = 60;

    private static final int LONGEST_AIM = 180;

    private final Chance chance;
    private final Site site;
    private final int end;
    private final List<Integer> beginnings;

    DrawnTroubles(Chance chance, Site site, List<Work> works, Duration length) {
        this.chance = chance;
        this.site = site;
        this.beginnings =
                works.stream().map(work -> (int) work.at().toSeconds()).toList();
        this.end = (int) length.toSeconds();
    }

    List<Trouble> draw() {
        List<Trouble> troubles = new ArrayList<>();
        int number = chance.oneOf(1, 1, 2, 2, 3, 4, 6);
        for (int i = 0; i < number; i++) {
            troubles.add(trouble());
        }
        troubles.sort(Comparator.comparing(Trouble::from));
        return troubles;
    }

    private Trouble trouble() {
        // Half of them meet a drain: most drains are over in a minute or two, and a trouble besides finds nothing.
        boolean aimed = chance.percent(AIMED_PERCENT);
        int start = aimed
                ? Math.min(end - 60, chance.of(beginnings) + chance.between(0, LATEST_AIM))
                : chance.between(0, end - 60);
        Duration from = Duration.ofSeconds(start);
        Duration until = chance.seconds(start + 5, aimed ? Math.min(end, start + LONGEST_AIM) : end);
        int kind = chance.between(1, 100);
        if (kind <= 45) {
            return faults(from, until, aimed);
        }
        return kind <= 65 ? lasting(from, until) : once(from, until);
    }

    private Trouble faults(Duration from, Duration until, boolean aimed) {
        FaultKind kind = chance.oneOf(FaultKind.values());
        // One that ends the invocation at once would leave nothing to look at if it came all the time.
        int most = kind.endsTheInvocation() ? 15 : 60;
        return aimed && !kind.endsTheInvocation()
                ? new Trouble.ApiFaults(from, until, kind, chance.between(most, 100), chance.of(TURNING_POINTS))
                : new Trouble.ApiFaults(from, until, kind, chance.between(2, most), chance.of(CALLS));
    }

    private Trouble lasting(Duration from, Duration until) {
        Group group = chance.of(site.groups());
        return switch (chance.between(1, 6)) {
            case 1 -> new Trouble.Throttling(from, until);
            case 2 -> new Trouble.StaleReads(from, until, chance.seconds(1, 10));
            case 3 -> new Trouble.ClockSkew(from, until, chance.seconds(-120, 120));
            case 4 -> new Trouble.FunctionsDown(from, until);
            case 5 -> {
                Service service = chance.of(site.services());
                yield new Trouble.ReplacementsSick(from, until, service.cluster(), service.name());
            }
            default ->
                new Trouble.AgentSilent(
                        from,
                        until,
                        group.name(),
                        chance.between(0, 5),
                        chance.oneOf(0, 20, 60) == 0 ? Duration.ZERO : chance.seconds(10, 60));
        };
    }

    private Trouble once(Duration from, Duration until) {
        Group group = chance.of(site.groups());
        int place = chance.between(0, 5);
        return switch (chance.between(1, 16)) {
            case 1 -> new Trouble.MessagesLost(from, queue());
            case 2, 3 -> new Trouble.MessagesDoubled(from, queue());
            case 4, 5 -> new Trouble.MessagesLate(from, until, queue());
            case 6 -> new Trouble.InvokedTwice(from, chance.oneOf("terminator", "terminator", "task-scaler"));
            case 7 ->
                new Trouble.OlderMessage(
                        from, group.foreign() ? site.groups().get(0).name() : group.name(), place);
            case 8 -> new Trouble.EndedByHand(from, group.name(), place);
            case 9 -> new Trouble.HookDeleted(from, group.name());
            case 10 -> new Trouble.GroupDeleted(from, group.name());
            case 11 ->
                site.fronts().isEmpty()
                        ? new Trouble.EndedByHand(from, group.name(), place)
                        : new Trouble.FrontDeleted(
                                from, chance.of(site.fronts()).name());
            case 13 -> new Trouble.ClusterDeleted(from, group.cluster());
            case 12 -> new Trouble.Deregistered(from, group.name(), place);
            case 14 -> new Trouble.MadeActive(from, group.name(), place);
            default ->
                new Trouble.Redeployed(
                        from, Draw.timeout(chance), Draw.onDeadline(chance), Draw.standaloneTasks(chance));
        };
    }

    private String queue() {
        return chance.oneOf("lifecycle-queue", "termination-queue", "task-news-queue");
    }
}
