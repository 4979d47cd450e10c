package dev.drainpipe.cli;

/** What the command's exit code means. */
public final class ExitCode {
    /** It did what it was asked to do, and nothing was lost. */
    public static final int OK = 0;

    /** It ran, but something was lost, was not finished, or failed. */
    public static final int NOT_OK = 1;

    /** The command line was wrong; nothing was done. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
