package dev.drainpipe.proof.run;

import dev.drainpipe.proof.Violation;
import dev.drainpipe.proof.coverage.Coverage;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.invariant.Call;
import dev.drainpipe.proof.invariant.Invariant;
import dev.drainpipe.proof.invariant.Truth;
import dev.drainpipe.simulator.time.Timeline;
import dev.drainpipe.simulator.wire.Interceptor;
import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ApiCall;
import dev.drainpipe.simulator.world.WorldEvent.RequestServed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** Sees all that happens in a run, and holds each event and each call against the invariants. */
final class Witness implements Consumer<WorldEvent>, Interceptor {
    private static final int PRIME = 31;

    private final Timeline timeline;
    private final Truth truth;
    private final List<Invariant> invariants;
    private final Coverage coverage;
    private final Map<String, Violation> violations = new LinkedHashMap<>();
    private Instant begun = Instant.MAX;
    private long events;
    private long hash;

    Witness(Timeline timeline, Truth truth, List<Invariant> invariants, Coverage coverage) {
        this.timeline = timeline;
        this.truth = truth;
        this.invariants = invariants;
        this.coverage = coverage;
    }

    /** The run begins now; before, nothing is held against anybody. */
    void begin() {
        begun = timeline.instant();
    }

    @Override
    public void accept(WorldEvent event) {
        events++;
        if (!(event instanceof RequestServed)) {
            hash = hash * PRIME + event.toString().hashCode();
            coverage.add(Area.EVENT, event.getClass().getSimpleName());
        }
        if (event instanceof ApiCall call) {
            call.error().ifPresent(code -> coverage.add(Area.AWS_ERROR, call.service() + " " + code));
        }
        ask(invariant -> invariant.at(event, truth));
        truth.accept(event);
    }

    @Override
    public Supplier<? extends SdkPojo> around(Passing passing, Supplier<? extends SdkPojo> service) {
        Call call = new Call(timeline.instant(), passing.caller(), passing.name(), passing.request());
        ask(invariant -> invariant.at(call, truth));
        return service;
    }

    /** The run is over. */
    void end() {
        ask(invariant -> invariant.atTheEnd(truth));
    }

    private void ask(Function<Invariant, Optional<String>> question) {
        for (Invariant invariant : invariants) {
            String name = invariant.getClass().getSimpleName();
            if (!violations.containsKey(name) && !timeline.instant().isBefore(begun)) {
                question.apply(invariant)
                        .ifPresent(seen ->
                                violations.put(name, new Violation(name, invariant.sentence(), now(), events, seen)));
            } else if (timeline.instant().isBefore(begun)) {
                var unused = question.apply(invariant);
            }
        }
    }

    private Duration now() {
        return Duration.between(begun, timeline.instant());
    }

    List<Violation> violations() {
        return new ArrayList<>(violations.values());
    }

    long events() {
        return events;
    }

    long hash() {
        return hash;
    }
}
