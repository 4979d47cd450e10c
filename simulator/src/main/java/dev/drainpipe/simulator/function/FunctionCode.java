package dev.drainpipe.simulator.function;

/** The code of a function: in this process, or behind the real runtime interface client. */
@FunctionalInterface
public interface FunctionCode {
    /**
     * Runs one invocation to its end and gives back the answer's JSON.
     *
     * <p>Called on a simulated process, so it may wait in virtual time.
     *
     * @throws FunctionFailed if the code threw, with what it threw
     */
    String invoke(String payload, InvocationContext context);

    /** Thrown when the function's code ended with an error. */
    @SuppressWarnings("serial")
    final class FunctionFailed extends RuntimeException {
        public FunctionFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
