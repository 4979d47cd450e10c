package dev.drainpipe.cli.local;

import dev.drainpipe.simulator.world.WorldEvent;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes accounts on the simulated AWS, with what template.yaml says deployed in them. */
final class AwsAccounts implements SimulatedAccount.Factory {
    private final Path home;

    AwsAccounts(Path home) {
        this.home = home;
    }

    @Override
    public SimulatedAccount open(LocalOptions options, Consumer<WorldEvent> listener) {
        throw new IllegalStateException("The simulated services are not in this build; there is nothing for "
                + home.resolve("template.yaml") + " to be deployed to.");
    }
}
