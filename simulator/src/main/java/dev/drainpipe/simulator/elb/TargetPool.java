package dev.drainpipe.simulator.elb;

import dev.drainpipe.simulator.traffic.InFlight;
import dev.drainpipe.simulator.traffic.LoadBalancer;
import dev.drainpipe.simulator.traffic.Target;
import dev.drainpipe.simulator.world.Dice;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The targets of one Classic load balancer or target group: who is in, who passes its checks, who is leaving.
 *
 * <p>The first check of a target comes at a random moment of its first interval, as if the load balancer had been
 * checking at its own pace before.
 *
 * <p>Facts from the User Guide for Application Load Balancers, "Health checks for Application Load Balancer target
 * groups".
 */
final class TargetPool implements LoadBalancer {
    // How often a load balancer that need not wait for its limit looks whether the last request is done.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Surroundings around;
    private final String name;
    private final UnaryOperator<Target> backend;
    private final Dice phases;
    private final Map<Target, Registration> registrations = new LinkedHashMap<>();
    private final Set<String> everRegistered = new LinkedHashSet<>();
    private Optional<List<Target>> taking = Optional.empty();
    private HealthCheckSettings checks;
    private Draining draining = Draining.none();
    private boolean inUse = true;

    /** What every pool of a service shares. */
    record Surroundings(World world, InFlight inFlight, Backends backends) {}

    /**
     * A pool without targets.
     *
     * @param backend where requests to a target really go: for Classic, the instance port of its listener
     */
    TargetPool(Surroundings around, String name, UnaryOperator<Target> backend, HealthCheckSettings checks) {
        this.around = around;
        this.name = name;
        this.backend = backend;
        this.checks = checks;
        this.phases = around.world().dice().of("health checks " + name);
    }

    @Override
    public String name() {
        return name;
    }

    HealthCheckSettings checks() {
        return checks;
    }

    void checks(HealthCheckSettings settings) {
        this.checks = settings;
    }

    void draining(Draining settings) {
        this.draining = settings;
    }

    /** Whether a load balancer sends requests here; while none does, nothing is checked and nothing drains. */
    boolean inUse() {
        return inUse;
    }

    void inUse(boolean used) {
        inUse = used;
        changed();
    }

    /** All that are listed, draining and ended ones too, in order of registration. */
    List<Registration> registrations() {
        return List.copyOf(registrations.values());
    }

    Optional<Registration> find(Target target) {
        return Optional.ofNullable(registrations.get(target));
    }

    /** Whether the instance was registered here at any time. */
    boolean everRegistered(String instanceId) {
        return everRegistered.contains(instanceId);
    }

    @Override
    public List<Target> taking() {
        List<Target> targets = taking.orElseGet(() -> registrations.values().stream()
                .filter(r -> inUse && r.state() == TargetState.HEALTHY)
                .map(r -> backend.apply(r.target()))
                .toList());
        taking = Optional.of(targets);
        return targets;
    }

    @Override
    public boolean listens(Target target) {
        return around.backends().listens(target.instanceId(), target.port());
    }

    /** Puts the target in; takes a draining one back in. */
    void register(Target target) {
        if (find(target).filter(Registration::checked).isPresent()) {
            return;
        }
        Registration registration = new Registration(target);
        registrations.remove(target);
        registrations.put(target, registration);
        everRegistered.add(target.instanceId());
        changed();
        tell(target, "registered");
        around.world()
                .timeline()
                .after(phases.between(Duration.ofMillis(1), checks.interval()), () -> check(registration));
    }

    /** Lets the target go; nothing if it is not in, or going already. */
    void deregister(Target target) {
        find(target).filter(r -> r.state() != TargetState.DRAINING).ifPresent(this::release);
    }

    /** The instance runs no more: its targets are listed for this much longer. */
    void ended(String instanceId, Duration stillListed) {
        for (Registration registration : registrations()) {
            if (registration.target().instanceId().equals(instanceId)) {
                registration.end();
                tell(registration.target(), "out");
                if (stillListed.isZero()) {
                    forget(registration);
                } else {
                    around.world().timeline().after(stillListed, () -> forget(registration));
                }
            }
        }
        changed();
    }

    private void release(Registration registration) {
        if (registration.state() == TargetState.ENDED) {
            forget(registration);
            return;
        }
        registration.drain();
        changed();
        if (!inUse || draining.limit().isZero()) {
            leave(registration);
            return;
        }
        tell(registration.target(), "draining");
        around.world().timeline().after(draining.limit(), () -> leave(registration));
        if (draining.endsWhenIdle()) {
            watch(registration);
        }
    }

    private void watch(Registration registration) {
        around.world().timeline().after(LOOK, () -> {
            if (!listed(registration)) {
                return;
            }
            Target at = backend.apply(registration.target());
            if (around.inFlight().requests(name, at.instanceId(), at.port()) == 0) {
                leave(registration);
            } else {
                watch(registration);
            }
        });
    }

    private void leave(Registration registration) {
        if (!listed(registration) || registration.state() != TargetState.DRAINING) {
            return;
        }
        forget(registration);
        if (draining.cutsAtLimit()) {
            Target at = backend.apply(registration.target());
            around.inFlight().cut(name, at.instanceId(), at.port());
        }
        tell(registration.target(), "out");
    }

    private void forget(Registration registration) {
        registrations.remove(registration.target(), registration);
        changed();
    }

    private void check(Registration registration) {
        if (!listed(registration) || !registration.checked()) {
            return;
        }
        if (inUse) {
            if (listens(backend.apply(registration.target()))) {
                registration.passed(checks);
            } else {
                registration.failed(checks);
            }
            changed();
        }
        around.world().timeline().after(checks.interval(), () -> check(registration));
    }

    private boolean listed(Registration registration) {
        return registrations.get(registration.target()) == registration;
    }

    private void changed() {
        taking = Optional.empty();
    }

    private void tell(Target target, String state) {
        World world = around.world();
        world.tell(new WorldEvent.Registration(world.now(), name, target.instanceId(), target.port(), state));
    }
}
