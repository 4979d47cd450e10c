package dev.drainpipe.cli;

import java.io.PrintStream;
import java.util.Properties;

/**
 * Where the command writes, and what it can do there.
 *
 * <p>The script {@code drainpipe} finds these facts out and passes them on, because JDKs differ in what their
 * {@code System.console()} says.
 *
 * @param out standard output
 * @param err standard error
 * @param interactive whether standard output is a terminal that understands ANSI sequences
 * @param columns its width
 * @param rows its height
 * @param colour whether colours are wanted
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive, int columns, int rows, boolean colour) {
    private static final int USUAL_COLUMNS = 100;
    private static final int USUAL_ROWS = 30;

    /** The terminal that the script described in system properties; without them, a plain stream. */
    public static Terminal of(PrintStream out, PrintStream err, Properties facts) {
        boolean interactive = Boolean.parseBoolean(facts.getProperty("drainpipe.terminal"));
        return new Terminal(
                out,
                err,
                interactive,
                number(facts, "drainpipe.columns", USUAL_COLUMNS),
                number(facts, "drainpipe.rows", USUAL_ROWS),
                interactive && Boolean.parseBoolean(facts.getProperty("drainpipe.colour")));
    }

    private static int number(Properties facts, String name, int otherwise) {
        String text = facts.getProperty(name, "");
        return text.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(text) : otherwise;
    }
}
