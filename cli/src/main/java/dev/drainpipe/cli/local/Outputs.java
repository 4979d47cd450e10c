package dev.drainpipe.cli.local;

import dev.drainpipe.cli.report.RunReport;
import dev.drainpipe.cli.timeline.TimelinePage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes what stays of a run into {@code target/local}. */
final class Outputs {
    private final Path folder;

    Outputs(Path home) {
        this.folder = home.resolve("target").resolve("local");
    }

    /** Writes the picture and the log of the run, and gives the picture's path. */
    Path write(RunReport report, List<String> log) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("run.log"), log);
            return Files.writeString(folder.resolve("timeline.html"), TimelinePage.html(report, log));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }
}
