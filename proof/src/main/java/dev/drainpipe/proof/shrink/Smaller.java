package dev.drainpipe.proof.shrink;

import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.draw.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The plans that lack one thing of another. */
final class Smaller {
    private Smaller() {}

    /** The boldest ones first: without any trouble, then without one of each list. */
    static List<Plan> than(Plan plan) {
        Site site = plan.site();
        List<Plan> plans = new ArrayList<>();
        if (plan.troubles().size() > 1) {
            plans.add(plan.withTroubles(List.of()));
        }
        plans.addAll(without(plan.troubles(), plan::withTroubles));
        plans.addAll(without(plan.works(), plan::withWorks));
        plans.addAll(without(site.guests(), guests -> plan.withSite(site.withGuests(guests))));
        // The first service is the template's own.
        if (site.services().size() > 1) {
            List<Site.Service> others =
                    site.services().subList(1, site.services().size());
            plans.addAll(without(others, fewer -> {
                List<Site.Service> services =
                        new ArrayList<>(List.of(site.services().get(0)));
                services.addAll(fewer);
                return plan.withSite(site.withServices(services));
            }));
        }
        if (site.requestsPerSecond() > 0) {
            plans.add(plan.withSite(site.quiet()));
        }
        return plans;
    }

    private static <T> List<Plan> without(List<T> things, Function<List<T>, Plan> plan) {
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < things.size(); i++) {
            List<T> fewer = new ArrayList<>(things);
            fewer.remove(i);
            plans.add(plan.apply(fewer));
        }
        return plans;
    }
}
