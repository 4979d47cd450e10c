package dev.drainpipe.cli.local;

import dev.drainpipe.cli.ExitCode;
import dev.drainpipe.cli.Terminal;
import java.nio.file.Path;

/** One local run from the empty account to the summary. */
final class LocalRun {
    private final LocalOptions options;
    private final Terminal terminal;
    private final Path home;

    LocalRun(LocalOptions options, Terminal terminal, Path home) {
        this.options = options;
        this.terminal = terminal;
        this.home = home;
    }

    int run() {
        terminal.err().println("not yet: " + options + " " + home);
        return ExitCode.NOT_OK;
    }
}
