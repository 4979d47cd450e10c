package dev.drainpipe.proof.draw;

import dev.drainpipe.proof.draw.Site.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws what is asked of the account. */
final class DrawnWorks {
    private static final int RUBBISH_PERCENT = 15;

    private final Chance chance;
    private final Site site;
    private final Duration length;

    DrawnWorks(Chance chance, Site site, Duration length) {
        this.chance = chance;
        this.site = site;
        this.length = length;
    }

    List<Work> draw() {
        List<Work> works = new ArrayList<>();
        int number = chance.oneOf(1, 1, 2, 2, 3, 4);
        // The last minutes are for what was asked before.
        int latest = (int) length.minusMinutes(2).toSeconds();
        for (int i = 0; i < number; i++) {
            works.add(work(chance.seconds(i == 0 ? 0 : 5, i == 0 ? 20 : latest)));
        }
        if (chance.percent(RUBBISH_PERCENT)) {
            Duration with = chance.of(works).at().plus(chance.seconds(0, 3));
            works.add(new Work.Rubbish(with, chance.oneOf("lifecycle-queue", "termination-queue")));
        }
        works.sort(Comparator.comparing(Work::at));
        return works;
    }

    private Work work(Duration at) {
        Group group = chance.of(site.groups());
        int place = chance.between(0, 5);
        int kind = chance.between(1, 100);
        if (kind <= 45) {
            return new Work.ScaleIn(at, group.name(), chance.between(1, Math.max(1, group.instances() - 1)));
        } else if (kind <= 55) {
            return new Work.ScaleOut(at, group.name(), chance.between(1, 2));
        } else if (kind <= 80) {
            return new Work.Terminate(at, group.name(), place, chance.percent(60));
        } else if (kind <= 90) {
            return new Work.SpotReclaim(at, group.name(), place);
        } else if (kind <= 96) {
            return new Work.Rebalance(at, group.name(), place);
        }
        return new Work.Retirement(at, group.name(), place, chance.seconds(120, 3600));
    }
}
