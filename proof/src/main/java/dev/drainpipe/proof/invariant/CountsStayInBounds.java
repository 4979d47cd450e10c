package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Rule;
import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.proof.invariant.Headcounts.Range;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/**
 * A desired count is raised only to what connected instances carry and lowered only to what active ones carry, less the
 * n that are kept free, within its bounds.
 */
public final class CountsStayInBounds implements Invariant {
    /** As old as what an invocation saw may be: it may hang as long as its time-out. */
    private static final Duration SEEN_SINCE = Duration.ofSeconds(45);

    @Override
    public String sentence() {
        return "A desired count is raised only to what connected instances carry and lowered only to what active ones"
                + " carry, less the n that are kept free, within its bounds.";
    }

    @Override
    public Optional<String> at(Call call, Truth truth) {
        if (!(call.request() instanceof UpdateServiceRequest request) || !call.ours()) {
            return Optional.empty();
        }
        Optional<Service> service = truth.plan().site().services().stream()
                .filter(s -> s.name().equals(request.service()) && s.cluster().equals(request.cluster()))
                .findFirst();
        Optional<Rule> rule = service.flatMap(Service::rule);
        if (rule.isEmpty()) {
            return Optional.of("no rule is about " + request.cluster() + "/" + request.service());
        }
        int current = truth.counts(request.cluster(), request.service())
                .map(ServiceCounts::desired)
                .orElse(service.orElseThrow().desired());
        Range range = truth.headcounts().since(request.cluster(), call.at().minus(SEEN_SINCE));
        int highest = rule.get().clamp(range.connected());
        int lowest = rule.get().clamp(range.fewest());
        int wanted = request.desiredCount();
        boolean wrong = (wanted > current && wanted > highest) || (wanted < current && wanted < lowest);
        return wrong
                ? Optional.of("%s/%s from %d to %d with %s and %s"
                        .formatted(request.cluster(), request.service(), current, wanted, range, rule.get()))
                : Optional.empty();
    }
}
