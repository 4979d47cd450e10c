package dev.drainpipe.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** One command of {@code drainpipe}; its options are plain texts, so that all mistakes can be told together. */
public interface Subcommand extends Callable<Integer> {
    /**
     * Reads the options and does the work.
     *
     * @return the exit code
     * @throws BadOptions if an option is not accepted; nothing was done
     */
    @Override
    Integer call();

    /** What is wrong with the options given, all of it; empty if nothing is. */
    List<String> mistakes();
}
