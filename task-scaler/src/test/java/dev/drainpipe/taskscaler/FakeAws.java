package dev.drainpipe.taskscaler;

import dev.drainpipe.fleet.PlainName;
import dev.drainpipe.fleet.Service;
import dev.drainpipe.fleet.Service.Scaling;
import dev.drainpipe.fleet.ServiceName;
import dev.drainpipe.port.Headcount;
import dev.drainpipe.port.OtherScalers;
import dev.drainpipe.port.Services;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clusters of five connected instances each, whose services are what a test says; it writes down every call. */
final class FakeAws implements Services, Headcount, OtherScalers {
    final List<String> calls = new ArrayList<>();
    final Map<ServiceName, String> otherScalers = new HashMap<>();
    final Map<String, RuntimeException> failures = new HashMap<>();
    private final Map<String, Service> services = new LinkedHashMap<>();
    int active = 5;
    int connected = 5;
    /** How many instances the next lists leave out, one list after the other. */
    final Deque<Integer> leftOut = new ArrayDeque<>();

    ScalerStep.Ports ports() {
        return new ScalerStep.Ports(this, this, this);
    }

    /** Lets a service of the task-scaler want this many tasks. */
    FakeAws runs(String name, int desired) {
        return holds(new Service(name, desired, Scaling.OURS));
    }

    FakeAws holds(Service service) {
        services.put(service.name(), service);
        return this;
    }

    @Override
    public Map<String, Service> describe(String cluster, Collection<String> names) {
        call("describe " + cluster + " " + names);
        Map<String, Service> found = new HashMap<>();
        names.forEach(name ->
                found.put(name, services.getOrDefault(PlainName.of(name), new Service(name, 0, Scaling.MISSING))));
        return found;
    }

    @Override
    public void setDesiredCount(String cluster, String name, int count) {
        call("set " + cluster + " " + name + " " + count);
        runs(PlainName.of(name), count);
    }

    @Override
    public int active(String cluster) {
        call("active " + cluster);
        return active - Optional.ofNullable(leftOut.poll()).orElse(0);
    }

    @Override
    public int activeAndConnected(String cluster) {
        call("connected " + cluster);
        return connected;
    }

    @Override
    public Map<ServiceName, String> of(Collection<ServiceName> names) {
        call("others " + names);
        return otherScalers;
    }

    /** Notes the call, and fails it if a failure is set for its first word. */
    private void call(String call) {
        calls.add(call);
        RuntimeException failure = failures.get(call.substring(0, call.indexOf(' ')));
        if (failure != null) {
            throw failure;
        }
    }
}
