package dev.drainpipe.simulator.fault;

import java.util.function.Predicate;

/**
 * A kind of failure, and the calls that it befalls.
 *
 * @param where asked for each call before its effect; how it will be answered is not known then
 */
public record Fault(FaultKind kind, Predicate<CallSite> where) {
    /** Befalls the call of this number, and no other. */
    public static Fault at(FaultKind kind, int number) {
        return new Fault(kind, call -> call.number() == number);
    }

    /** Befalls every call of an operation, named like {@code ecs:ListTasks}, as long as the fault is there. */
    public static Fault on(FaultKind kind, String name) {
        return new Fault(kind, call -> call.name().equals(name));
    }
}
