package dev.drainpipe.simulator.fault;

/**
 * One API call of a run, by which a fault can find it again in an equal run.
 *
 * @param number 1 for the first call that was counted
 * @param caller the function's name
 * @param name the service's signing name and the operation, such as {@code ecs:ListTasks}
 * @param hasEntries whether single entries of the call can fail
 * @param answeredWithItems whether its answer had a list with an item
 */
public record CallSite(int number, String caller, String name, boolean hasEntries, boolean answeredWithItems) {
    CallSite withItems() {
        return new CallSite(number, caller, name, hasEntries, true);
    }

    @Override
    public String toString() {
        return "%s (call %d)".formatted(name, number);
    }
}
