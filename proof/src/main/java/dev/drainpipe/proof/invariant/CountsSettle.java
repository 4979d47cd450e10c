package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.proof.invariant.Headcounts.Range;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Once everything works again, every desired count that a rule is about is what its instances carry. */
public final class CountsSettle implements Invariant {
    /** Two ticks; what changed later may still be unseen. */
    private static final Duration TO_ACT = Duration.ofSeconds(130);

    private final Facts facts;

    public CountsSettle(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "Once everything works again, every desired count that a rule is about is what its instances carry.";
    }

    @Override
    public Optional<String> atTheEnd(Truth truth) {
        if (truth.plan().options().dryRun()) {
            return Optional.empty();
        }
        Instant since = facts.now().minus(TO_ACT);
        List<String> wrong = truth.plan().site().services().stream()
                .filter(service -> service.rule().isPresent())
                .filter(service -> !truth.history().isGone(service.cluster()))
                .flatMap(service -> wrong(service, truth, since).stream())
                .toList();
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }

    private static Optional<String> wrong(Service service, Truth truth, Instant since) {
        Range range = truth.headcounts().since(service.cluster(), since);
        int desired = truth.counts(service.cluster(), service.name())
                .map(ServiceCounts::desired)
                .orElse(service.desired());
        var rule = service.rule().orElseThrow();
        boolean right = desired >= rule.clamp(range.fewest()) && desired <= rule.clamp(range.most());
        return right
                ? Optional.empty()
                : Optional.of("%s/%s wants %d with %s and %s"
                        .formatted(service.cluster(), service.name(), desired, range, rule));
    }
}
