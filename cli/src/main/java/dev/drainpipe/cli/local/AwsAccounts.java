package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Makes accounts on the simulated AWS, with what template.yaml says deployed in them. */
final class AwsAccounts implements SimulatedAccount.Factory {
    /** Any moment would do; a fixed one makes two runs of a seed equal to the letter. */
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Path home;
    private final Machine machine;

    AwsAccounts(Path home, Machine machine) {
        this.home = home;
        this.machine = machine;
    }

    @Override
    public SimulatedAccount open(LocalOptions options, Consumer<WorldEvent> listener) {
        // Clients that drive a served account live in real time, so their clocks shall agree with its own.
        Instant start = options.servePort().isPresent() ? machine.clock().instant() : START;
        return new AwsAccount(options, template(), start, listener);
    }

    private Template template() {
        Path file = home.resolve("template.yaml");
        try {
            return Template.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
