package dev.drainpipe.cli.report;

/** How often an operation was called, and how many of these calls were answered with an error. */
public record CallCount(int calls, int errors) {
    CallCount plus(CallCount other) {
        return new CallCount(calls + other.calls, errors + other.errors);
    }
}
