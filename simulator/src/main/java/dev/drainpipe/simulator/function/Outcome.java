package dev.drainpipe.simulator.function;

/** How an invocation ended. */
public sealed interface Outcome {
    /** The code returned this JSON. */
    record Answered(String answer) implements Outcome {}

    /** The code threw; Lambda calls the error unhandled. */
    record Threw(String type, String message) implements Outcome {}

    /** Its process ended on the spot; the message is Lambda's own. */
    record Died(String message) implements Outcome {
        /** The type that Lambda gives the error. */
        public static final String TYPE = "Runtime.ExitError";
    }

    /** Lambda killed it at its time-out; the message is Lambda's own, such as {@code Task timed out after 3.00 seconds}. */
    record TimedOut(String message) implements Outcome {}
}
