package dev.drainpipe.simulator.fault;

import dev.drainpipe.simulator.wire.Interceptor;
import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Counts the API calls of some callers, and lets faults befall them.
 *
 * <p>Two equal runs make equal calls, so a run without faults says which calls there are, and a second one can let the
 * n-th of them fail. The SDK's own retries are calls of their own, and sleep in real time: callers under faults should
 * make one attempt only ({@code AWS_MAX_ATTEMPTS=1}).
 */
public final class Faults implements Interceptor {
    private final World world;
    private final Set<String> callers;
    private final List<Fault> faults = new ArrayList<>();
    private final List<CallSite> calls = new ArrayList<>();
    private boolean counting;

    /** No faults yet; the calls of everybody else than these callers are let alone. */
    public Faults(World world, Set<String> callers) {
        this.world = world;
        this.callers = Set.copyOf(callers);
    }

    /** Counts and fails calls from now on; the next one is number 1. */
    public void begin() {
        calls.clear();
        counting = true;
    }

    /** Adds a fault; of several that befall a call the first one does. */
    public void add(Fault fault) {
        faults.add(fault);
    }

    /** Everything works again. */
    public void clear() {
        faults.clear();
    }

    /** The calls so far, in their order. */
    public List<CallSite> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Supplier<? extends SdkPojo> around(Passing call, Supplier<? extends SdkPojo> service) {
        if (!counting || !callers.contains(call.caller())) {
            return service;
        }
        boolean entries = FailedEntries.has(call.request());
        CallSite site = new CallSite(calls.size() + 1, call.caller(), call.name(), entries, false);
        calls.add(site);
        Supplier<? extends SdkPojo> noting = () -> note(site, service.get());
        Optional<Fault> fault =
                faults.stream().filter(f -> f.where().test(site)).findFirst();
        return fault.isEmpty()
                ? noting
                : () -> new FaultyCall(world, call, noting).answer(fault.get().kind());
    }

    private SdkPojo note(CallSite site, SdkPojo answer) {
        if (SpoiledAnswers.hasItems(answer)) {
            calls.set(site.number() - 1, site.withItems());
        }
        return answer;
    }
}
