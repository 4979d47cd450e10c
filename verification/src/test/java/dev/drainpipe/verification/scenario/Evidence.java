package dev.drainpipe.verification.scenario;

import dev.drainpipe.proof.invariant.Leftovers;
import dev.drainpipe.simulator.wire.Interceptor;
import dev.drainpipe.simulator.wire.Passing;
import dev.drainpipe.simulator.world.WorldEvent;
import dev.drainpipe.simulator.world.WorldEvent.ActionStep;
import dev.drainpipe.simulator.world.WorldEvent.Invocation;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleAction;
import dev.drainpipe.simulator.world.WorldEvent.LifecycleState;
import dev.drainpipe.simulator.world.WorldEvent.LogLine;
import dev.drainpipe.simulator.world.WorldEvent.RequestDropped;
import dev.drainpipe.simulator.world.WorldEvent.ServiceCounts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** All that happened in a run, for its invariants and its assertions. */
final class Evidence implements Consumer<WorldEvent>, Interceptor {
    private static final Pattern TOKEN = Pattern.compile("\"LifecycleActionToken\":\"([^\"]+)\"");

    private final InstantSource clock;
    private final Leftovers leftovers = new Leftovers();
    private final Map<String, Instant> started = new HashMap<>();
    private final List<Ending> endings = new ArrayList<>();
    private final List<WorldEvent> events = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Set<String> tokens = new LinkedHashSet<>();
    private final List<String> lifecycleEvents = new ArrayList<>();
    private Optional<ServiceCounts> service = Optional.empty();

    /** One API call, with its request as the service got it. */
    record Call(Instant at, String caller, String name, SdkPojo request) {
        /** Whether it changes something. */
        boolean writes() {
            return Stream.of("Describe", "List", "Get", "Receive")
                    .noneMatch(word -> name.substring(name.indexOf(':') + 1).startsWith(word));
        }
    }

    Evidence(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void accept(WorldEvent event) {
        leftovers.accept(event);
        if (event instanceof LifecycleAction e) {
            follow(e);
        } else if (event instanceof LifecycleState e
                && !e.state().contains("Pending")
                && !e.state().equals("InService")) {
            asked.add(e.instanceId());
        } else if (event instanceof ServiceCounts e && e.service().equals(Ordinary.SERVICE)) {
            service = Optional.of(e);
        }
        if (event instanceof LifecycleAction
                || event instanceof LifecycleState
                || event instanceof LogLine
                || event instanceof Invocation
                || event instanceof RequestDropped
                || event instanceof WorldEvent.ContainerInstanceStatus) {
            events.add(event);
        }
    }

    private void follow(LifecycleAction action) {
        String key = action.hook() + " " + action.instanceId();
        if (action.step() == ActionStep.STARTED) {
            started.put(key, action.at());
        } else if (action.step() != ActionStep.HEARTBEAT) {
            Instant begun = started.getOrDefault(key, action.at());
            endings.add(new Ending(
                    action.instanceId(),
                    action.hook(),
                    begun,
                    action.at(),
                    action.step(),
                    action.result().orElse(""),
                    leftovers.on(action.instanceId())));
        }
    }

    @Override
    public Supplier<? extends SdkPojo> around(Passing call, Supplier<? extends SdkPojo> service) {
        calls.add(new Call(clock.instant(), call.caller(), call.name(), call.request()));
        return service;
    }

    /** Takes a lifecycle event as EventBridge gets it; its token must never be seen again but in calls. */
    void lifecycleEvent(String json) {
        lifecycleEvents.add(json);
        Matcher token = TOKEN.matcher(json);
        while (token.find()) {
            tokens.add(token.group(1));
        }
    }

    /** Somebody asked for this instance. */
    void asked(String instanceId) {
        asked.add(instanceId);
    }

    /** The events that EventBridge got. */
    List<String> lifecycleEvents() {
        return lifecycleEvents;
    }

    Set<String> asked() {
        return asked;
    }

    Set<String> tokens() {
        return tokens;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    Optional<ServiceCounts> service() {
        return service;
    }

    /** The ends of the actions of all hooks. */
    List<Ending> endings() {
        return endings;
    }

    /** When each action was started, by hook and instance. */
    Map<String, Instant> started() {
        return started;
    }

    List<Call> calls() {
        return calls;
    }

    /** The calls that change something. */
    List<Call> writes() {
        return calls.stream().filter(Call::writes).toList();
    }

    /** The events of a kind; of requests only those that were lost. */
    <E extends WorldEvent> Stream<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    List<String> logLines() {
        return of(LogLine.class).map(LogLine::text).toList();
    }
}
