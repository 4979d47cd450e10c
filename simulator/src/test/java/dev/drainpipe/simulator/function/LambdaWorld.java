package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import dev.drainpipe.simulator.world.WorldEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A world with Lambda in it, and what it told. */
final class LambdaWorld implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final World world = new World(START, 1, Account.example());
    final Functions functions = new Functions(world);
    final List<Outcome> outcomes = new ArrayList<>();
    final List<WorldEvent.Invocation> invocations = new ArrayList<>();

    LambdaWorld() {
        world.listen(event -> {
            if (event instanceof WorldEvent.Invocation invocation) {
                invocations.add(invocation);
            }
        });
    }

    static FunctionSpec spec(String name) {
        return new FunctionSpec(name, "a.Handler", Duration.ofSeconds(3), 512, Map.of(), LogFormat.TEXT);
    }

    void deploy(String name, FunctionCode code) {
        functions.deploy(spec(name), spec -> code);
    }

    String invoke(String name, String payload) {
        return functions.invoke(name, payload, outcomes::add);
    }

    void sleep(Duration time) {
        world.processes().sleep(time);
    }

    void pass(Duration time) {
        world.run(time);
    }

    Duration elapsed() {
        return Duration.between(START, world.now());
    }

    @Override
    public void close() {
        world.close();
    }
}
