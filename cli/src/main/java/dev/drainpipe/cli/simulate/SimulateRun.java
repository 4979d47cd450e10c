package dev.drainpipe.cli.simulate;

import dev.drainpipe.cli.ExitCode;
import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.Terminal;
import dev.drainpipe.proof.Failure;
import dev.drainpipe.proof.Proof;
import dev.drainpipe.proof.RunResult;
import dev.drainpipe.proof.campaign.Campaign;
import dev.drainpipe.proof.campaign.Score.Figures;
import dev.drainpipe.proof.campaign.Seeds;
import dev.drainpipe.proof.draw.Draw;
import dev.drainpipe.proof.draw.Plan;
import dev.drainpipe.proof.shrink.Shrinker;
import dev.drainpipe.simulator.stack.Template;
import dev.drainpipe.simulator.world.WorldEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** What {@code drainpipe simulate} does once its options are accepted: run, show, shrink what failed, report. */
final class SimulateRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** Shrinking is for reading: a few failures told well are worth more than all of them. */
    private static final int SHRUNK = 5;

    private static final int RUNS_TO_SHRINK = 120;

    private final SimulateOptions options;
    private final Terminal terminal;
    private final Machine machine;
    private final Proof proof;

    SimulateRun(SimulateOptions options, Terminal terminal, Machine machine, Path home) {
        this.options = options;
        this.terminal = terminal;
        this.machine = machine;
        this.proof = new Proof(template(home), SimulateRun.class.getClassLoader());
    }

    int run() {
        return options.seed().isPresent() ? one(options.seed().getAsLong()) : many();
    }

    private int one(long seed) {
        Plan plan = Draw.plan(seed);
        Consumer<WorldEvent> listener = event -> {};
        if (options.log()) {
            plan.lines().forEach(terminal.out()::println);
            listener = event -> EventLine.of(event).ifPresent(terminal.out()::println);
        }
        RunResult result = proof.run(plan, listener);
        List<Failure> failures = result.clean() ? List.of() : List.of(failure(result));
        if (options.json()) {
            terminal.out().println(SimulationJson.text(result, failures));
        } else {
            SimulationText.lines(result, failures).forEach(terminal.out()::println);
        }
        return result.clean() ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private int many() {
        Instant began = machine.clock().instant();
        Seeds seeds = new Seeds(
                options.from(),
                options.seeds(),
                () -> options.time()
                        .filter(time -> took(began).compareTo(time) >= 0)
                        .isPresent());
        Campaign campaign = new Campaign(proof, seeds);
        CountDownLatch atWork = campaign.start(options.threads());
        try (Progress progress = Progress.on(terminal, options.json())) {
            while (atWork.getCount() > 0) {
                machine.pause().pause(BETWEEN_LOOKS);
                progress.tick(campaign.score().figures(), took(began));
            }
        }
        Figures figures = campaign.score().figures();
        Duration took = took(began);
        List<Failure> failures =
                figures.failed().stream().limit(SHRUNK).map(this::failure).toList();
        if (options.json()) {
            terminal.out().println(SimulationJson.text(figures, took, failures));
        } else {
            SimulationText.lines(figures, took, failures).forEach(terminal.out()::println);
        }
        return figures.clean() ? ExitCode.OK : ExitCode.NOT_OK;
    }

    private Failure failure(RunResult result) {
        String invariant = result.violations().get(0).invariant();
        Plan shortest = Shrinker.of(proof, invariant, RUNS_TO_SHRINK).shrink(result.plan());
        return new Failure(result, shortest, options.commit());
    }

    private Duration took(Instant began) {
        return Duration.between(began, machine.clock().instant());
    }

    private static Template template(Path home) {
        Path file = home.resolve("template.yaml");
        try {
            return Template.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
