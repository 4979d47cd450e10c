package dev.drainpipe.proof.draw;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run: what stands in the account, what is asked of it and what goes wrong meanwhile.
 *
 * @param seed of which it was drawn; also the seed of all chance while it runs
 * @param site what stands in the account
 * @param options how Drainpipe is deployed
 * @param works what is asked of it, by people and by AWS
 * @param troubles what goes wrong
 * @param length how long work and troubles go on, before the calm
 */
public record Plan(long seed, Site site, Options options, List<Work> works, List<Trouble> troubles, Duration length) {
    public Plan {
        works = List.copyOf(works);
        troubles = List.copyOf(troubles);
    }

    /** The same with other works. */
    public Plan withWorks(List<Work> others) {
        return new Plan(seed, site, options, others, troubles, length);
    }

    /** The same with other troubles. */
    public Plan withTroubles(List<Trouble> others) {
        return new Plan(seed, site, options, works, others, length);
    }

    /** The same in another account. */
    public Plan withSite(Site other) {
        return new Plan(seed, other, options, works, troubles, length);
    }

    /** The plan in words, a thing per line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + seed + ", " + length.toSeconds() + " s, then calm");
        lines.add(options.toString());
        lines.add(site.nature().toString());
        site.groups().forEach(group -> lines.add(group.toString()));
        site.fronts().forEach(front -> lines.add(front.toString()));
        site.services().forEach(service -> lines.add(service.toString()));
        site.guests().forEach(guest -> lines.add(guest.toString()));
        works.forEach(work -> lines.add("work: " + work));
        troubles.forEach(trouble -> lines.add("trouble: " + trouble));
        return lines;
    }
}
