package dev.drainpipe.proof.invariant;

import dev.drainpipe.proof.draw.Site.Service;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Duration;
import java.util.Optional;

/** While nothing goes wrong and messages are in time, desired counts are lowered before the first instance of a scale-in is let go. */
public final class CountsAreLoweredFirst implements Invariant {
    /** The task scaler is woken, looks and acts. */
    private static final Duration TO_ACT = Duration.ofSeconds(12);

    private final Facts facts;

    public CountsAreLoweredFirst(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String sentence() {
        return "While nothing goes wrong and messages are in time, desired counts are lowered before the first instance of a scale-in is let go.";
    }

    @Override
    public Optional<String> at(WorldEvent event, Truth truth) {
        boolean matters = event instanceof LifecycleAction action
                && action.step() == ActionStep.COMPLETED
                && facts.hooks().contains(action.hook())
                && !truth.foreign(action.instanceId())
                && !truth.plan().options().dryRun()
                && truth.plan().site().nature().late() == 0
                && truth.history().undisturbed();
        return matters
                ? truth.plan().site().services().stream()
                        .filter(service -> service.rule().isPresent())
                        .flatMap(service -> tooMany(service, event, truth).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> tooMany(Service service, WorldEvent event, Truth truth) {
        int desired = truth.counts(service.cluster(), service.name())
                .map(ServiceCounts::desired)
                .orElse(service.desired());
        int most = truth.headcounts()
                .since(service.cluster(), event.at().minus(TO_ACT))
                .most();
        return desired > service.rule().orElseThrow().clamp(most)
                ? Optional.of(service.name() + " still wants " + desired + " with " + most + " instances")
                : Optional.empty();
    }
}
