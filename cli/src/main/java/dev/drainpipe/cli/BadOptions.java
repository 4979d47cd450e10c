package dev.drainpipe.cli;

import java.util.List;

/** Thrown for a command line that is not accepted, with every mistake in it. */
@SuppressWarnings("serial")
public final class BadOptions extends RuntimeException {
    private final List<String> mistakes;

    /** Each mistake names the option, what was given and what is accepted. */
    public BadOptions(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** One sentence for each mistake. */
    public List<String> mistakes() {
        return mistakes;
    }
}
