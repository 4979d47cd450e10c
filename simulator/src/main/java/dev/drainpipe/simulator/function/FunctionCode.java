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
     * @throws ProcessDied if its process ended on the spot; the environment is not used again
     */
    String invoke(String payload, InvocationContext context);

    /** Thrown through the function's code to end its process on the spot, as a crash or a kill does. */
    @SuppressWarnings("serial")
    final class ProcessDied extends Error {
        public ProcessDied() {
            super("the process of the function died", null, false, false);
        }
    }

    /** Thrown when the function's code ended with an error; the message is the error's own. */
    @SuppressWarnings("serial")
    final class FunctionFailed extends RuntimeException {
        private final String errorType;

        public FunctionFailed(String message, Throwable cause) {
            super(message, cause);
            this.errorType = cause.getClass().getName();
        }

        private FunctionFailed(String errorType, String message) {
            super(message, null, false, false);
            this.errorType = errorType;
        }

        /** An error that a process reported, of which only the words are known here. */
        public static FunctionFailed reported(String errorType, String message) {
            return new FunctionFailed(errorType, message);
        }

        /** What Lambda calls the error's type: the name of the class that was thrown. */
        public String errorType() {
            return errorType;
        }
    }
}
