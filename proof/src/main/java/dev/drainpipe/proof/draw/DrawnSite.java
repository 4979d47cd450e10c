package dev.drainpipe.proof.draw;

import dev.drainpipe.proof.draw.Site.Front;
import dev.drainpipe.proof.draw.Site.FrontKind;
import dev.drainpipe.proof.draw.Site.Group;
import dev.drainpipe.proof.draw.Site.Guest;
import dev.drainpipe.proof.draw.Site.Manner;
import dev.drainpipe.proof.draw.Site.Nature;
import dev.drainpipe.proof.draw.Site.Rule;
import dev.drainpipe.proof.draw.Site.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Draws what stands in the account. */
final class DrawnSite {
    private static final int FOREIGN_PERCENT = 25;

    private final Chance chance;
    private final List<Group> groups = new ArrayList<>();
    private final List<Front> fronts = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();

    DrawnSite(Chance chance) {
        this.chance = chance;
    }

    Site draw() {
        int clusters = chance.oneOf(1, 1, 1, 2, 3);
        int more = chance.oneOf(0, 0, 0, 1, 2);
        for (int i = 1; i <= Math.max(clusters, 1 + more); i++) {
            groups.add(group(i, Math.min(i, clusters)));
        }
        fronts();
        services();
        int traffic = chance.percent(25) ? chance.between(1, 3) : 0;
        return new Site(groups, fronts, services, guests(), nature(), traffic);
    }

    private Group group(int number, int cluster) {
        return new Group(
                "g" + number,
                "c" + cluster,
                number == 1 ? chance.between(2, 6) : chance.between(1, 4),
                chance.oneOf(1, 2, 3, 4),
                Duration.ofSeconds(chance.oneOf(30, 60, 120, 300, 600, 1800, 1800, 7200)),
                number > 1 && chance.percent(FOREIGN_PERCENT));
    }

    private void fronts() {
        int number = chance.oneOf(0, 1, 1, 1, 2);
        for (int i = 1; i <= number; i++) {
            FrontKind kind = chance.oneOf(FrontKind.CLASSIC, FrontKind.TARGET_GROUP);
            boolean outside = chance.percent(40);
            // The first service is in the first group's cluster, so that the load balancer has somebody to send to.
            Group holds = i == 1 ? groups.get(0) : chance.of(groups);
            fronts.add(new Front(
                    "lb" + i, kind, outside ? Optional.of(holds.name()) : Optional.empty(), chance.seconds(5, 90)));
        }
    }

    private void services() {
        int number = chance.oneOf(1, 1, 2, 3, 4);
        for (int i = 1; i <= number; i++) {
            services.add(service(i));
        }
        if (chance.percent(30)) {
            String cluster = chance.of(groups).cluster();
            services.add(
                    new Service("d1", cluster, Manner.PROMPT, true, 0, 0, 100, Optional.empty(), Optional.empty()));
        }
    }

    private Service service(int number) {
        String cluster = number == 1 ? "c1" : chance.of(groups).cluster();
        int instances = groups.stream()
                .filter(group -> group.cluster().equals(cluster))
                .mapToInt(Group::instances)
                .sum();
        int n = chance.oneOf(0, 1, 1, 1, 2);
        int min = chance.oneOf(0, 1, 1, Math.min(2, instances));
        OptionalInt max = chance.percent(20) ? OptionalInt.of(min + chance.between(0, 4)) : OptionalInt.empty();
        Rule rule = new Rule(n, min, max);
        boolean scaled = number == 1 || chance.percent(50);
        boolean free = chance.percent(50);
        return new Service(
                "s" + number,
                cluster,
                chance.oneOf(Manner.PROMPT, Manner.PROMPT, Manner.PROMPT, Manner.SLOW, Manner.DEAF),
                false,
                scaled ? rule.clamp(instances) : chance.between(0, instances),
                free ? 0 : chance.oneOf(50, 100),
                free ? chance.oneOf(100, 200) : chance.oneOf(150, 200),
                front(number),
                scaled ? Optional.of(rule) : Optional.empty());
    }

    /** Each load balancer has one service whose tasks answer behind it. */
    private Optional<String> front(int number) {
        return number <= fronts.size() ? Optional.of(fronts.get(number - 1).name()) : Optional.empty();
    }

    private List<Guest> guests() {
        List<Guest> guests = new ArrayList<>();
        int number = chance.oneOf(0, 0, 0, 1, 2);
        for (int i = 0; i < number; i++) {
            boolean endless = chance.percent(30);
            guests.add(new Guest(
                    chance.of(groups).name(),
                    chance.between(0, 5),
                    endless ? Optional.empty() : Optional.of(chance.seconds(60, 600)),
                    chance.percent(30)));
        }
        return guests;
    }

    private Nature nature() {
        return new Nature(
                chance.percent(30),
                chance.percent(20) ? chance.between(5, 40) : 0,
                chance.percent(15) ? chance.between(2, 40) : 0,
                chance.percent(20) ? chance.between(5, 40) : 0,
                chance.percent(30),
                chance.percent(70),
                chance.percent(20));
    }
}
