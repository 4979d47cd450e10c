package dev.drainpipe.cli.local;

import dev.drainpipe.cli.ExitCode;
import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.Terminal;
import dev.drainpipe.cli.live.LiveScreen;
import dev.drainpipe.cli.live.PlainLines;
import dev.drainpipe.cli.live.Show;
import dev.drainpipe.cli.report.JsonReport;
import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.report.TextReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What {@code drainpipe local} does once its options are accepted: run, show, write, and give the exit code. */
final class LocalRun {
    private final LocalOptions options;
    private final Terminal terminal;
    private final Machine machine;
    private final Outputs outputs;

    LocalRun(LocalOptions options, Terminal terminal, Machine machine, Path home) {
        this.options = options;
        this.terminal = terminal;
        this.machine = machine;
        this.outputs = new Outputs(home);
    }

    int run(SimulatedAccount.Factory accounts) {
        if (!options.json()) {
            terminal.out().println("Drainpipe local: " + options.words());
        }
        Show show = show();
        machine.atExit().accept(show::close);
        try (Session session = new Session(options, accounts, show, machine)) {
            if (options.servePort().isPresent()) {
                new LocalServer(options, session, terminal).run(machine, outputs);
                return ExitCode.OK;
            }
            return scaleIn(session);
        }
    }

    private Show show() {
        if (options.json()) {
            return Show.nothing();
        }
        // A server's first lines say how to reach it; a screen would paint over them.
        boolean screen = terminal.interactive() && options.servePort().isEmpty();
        return screen ? new LiveScreen(terminal, machine.clock()) : new PlainLines(terminal.out());
    }

    private int scaleIn(Session session) {
        Instant began = machine.clock().instant();
        List<LifecycleFile> messages = options.events().stream()
                .flatMap(file -> LifecycleFile.read(file).stream())
                .toList();
        RunReport report = new ScaleInRun(options, session, messages).run();
        session.close();
        Path picture = outputs.write(report, session.log().lines());
        if (options.json()) {
            terminal.out().println(JsonReport.text(report));
        } else {
            tell(report, picture, Duration.between(began, machine.clock().instant()));
        }
        return report.succeeded() ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private void tell(RunReport report, Path picture, Duration took) {
        terminal.out().println();
        TextReport.lines(report).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println("Picture    " + picture);
        terminal.out().println("Log        " + picture.resolveSibling("run.log"));
        terminal.out().println("Took       %d s".formatted(Math.round(took.toMillis() / 1000.0)));
    }
}
