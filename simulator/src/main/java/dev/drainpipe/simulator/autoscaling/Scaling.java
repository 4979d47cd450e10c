package dev.drainpipe.simulator.autoscaling;

import dev.drainpipe.simulator.autoscaling.ScaleIn.Candidate;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.WorldEvent;
import java.util.List;

/** Keeps each group at its desired capacity: launches what is missing, lets go what is too much. */
final class Scaling {
    private static final String DIFFERENCE = "in response to a difference between desired and actual capacity";

    private final Outside outside;
    private final Arrivals arrivals;
    private final Departures departures;
    private final HealthWatch health;
    private final Dice dice;

    Scaling(Outside outside, Attachments attachments, Activities activities, LaunchSettings settings) {
        this.outside = outside;
        this.dice = outside.world().dice().of("scale-in");
        this.departures = new Departures(outside, attachments, activities, this::changed);
        this.health = new HealthWatch(outside, attachments, this::replace);
        this.arrivals = new Arrivals(
                outside,
                attachments,
                new Arrivals.Launching(settings, activities),
                new Arrivals.Next(this::inService, m -> replace(m, "because a launch hook was abandoned")));
    }

    Departures departures() {
        return departures;
    }

    HealthWatch health() {
        return health;
    }

    /** Sets how many instances a group should have; it follows soon. */
    void desire(Group group, int desired) {
        group.change(s -> s.desiredCapacity(desired));
        outside.world().tell(new WorldEvent.DesiredCapacity(outside.world().now(), group.name(), desired));
        changed(group);
    }

    /** Something about the group changed: soon looks whether its size is right. */
    void changed(Group group) {
        outside.after(outside.timings().reaction(), () -> settle(group));
    }

    /** Ends an instance, and soon launches another if the group then has too few. */
    void replace(Member member, String cause) {
        departures.terminate(member, cause);
        changed(member.group());
    }

    private void inService(Member member) {
        health.watch(member);
        changed(member.group());
    }

    private void settle(Group group) {
        int missing = group.desired() - group.members(MemberState::counted).size();
        for (int i = 0; i < missing; i++) {
            arrivals.begin(group);
        }
        if (missing < 0) {
            scaleIn(group, -missing);
        }
    }

    private void scaleIn(Group group, int surplus) {
        List<Candidate> inService = group.members(s -> s == MemberState.IN_SERVICE).stream()
                .map(m ->
                        new Candidate(m.id(), m.instance().zone(), m.instance().launched(), m.isProtected()))
                .toList();
        ScaleIn.Policy policy = group.scaleIn(outside.options().behaviour().scaleIn());
        ScaleIn.choose(inService, surplus, policy, dice)
                .forEach(id -> group.member(id).ifPresent(this::letGo));
    }

    private void letGo(Member member) {
        if (member.group().reusesOnScaleIn()) {
            departures.reuse(member, DIFFERENCE);
        } else {
            departures.terminate(member, DIFFERENCE);
        }
    }
}
