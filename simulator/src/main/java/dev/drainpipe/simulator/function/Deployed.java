package dev.drainpipe.simulator.function;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** One deployment of a function, with its execution environments that wait for work. */
final class Deployed {
    private final FunctionSpec spec;
    private final Function<FunctionSpec, FunctionCode> code;
    private final Deque<FunctionCode> idle = new ArrayDeque<>();

    Deployed(FunctionSpec spec, Function<FunctionSpec, FunctionCode> code) {
        this.spec = spec;
        this.code = code;
    }

    FunctionSpec spec() {
        return spec;
    }

    FunctionCode takeEnvironment() {
        FunctionCode environment = idle.pollLast();
        return environment == null ? code.apply(spec) : environment;
    }

    void giveBack(FunctionCode environment) {
        idle.addLast(environment);
    }
}
