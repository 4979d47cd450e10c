package dev.drainpipe.cli.simulate;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.OptionValues;
import dev.drainpipe.cli.OptionValues.Choice;
import dev.drainpipe.cli.OptionValues.Range;
import dev.drainpipe.cli.Subcommand;
import dev.drainpipe.cli.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the options of {@code drainpipe simulate} and runs it. */
@Command(
        name = "simulate",
        description = {
            "Runs the whole pipeline many times in simulated accounts, each drawn from a seed, with troubles drawn from it, "
                    + "too, and holds every event against what must never happen.",
            "",
            "Exits with 0 only if every run was clean, otherwise with 1; with 2 if an option is not accepted.",
            ""
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Subcommand {
    private static final Choice<Integer> SEEDS = Choice.of(new Range(1, 100_000_000));
    private static final Choice<Integer> THREADS = Choice.of(new Range(1, 256));
    private static final int USUAL_SEEDS = 200;
    private static final int ALL_THAT_TIME_ALLOWS = 100_000_000;

    private final Terminal terminal;
    private final Machine machine;
    private final Path home;
    private final Sources sources;

    @Option(
            names = "--seeds",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "how many runs (default 200; with --for as many as there is time for)")
    private @Nullable String seeds;

    @Option(
            names = "--from",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "S",
            description = "the first seed (default 1)")
    private @Nullable String from;

    @Option(
            names = "--for",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "TIME",
            description = "begin no further run after this time, such as 90s, 10m or 2h")
    private @Nullable String time;

    @Option(
            names = "--threads",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "K",
            description = "runs side by side (default: one for each processor)")
    private @Nullable String threads;

    @Option(
            names = "--seed",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "play this seed alone; the same seed gives the same run everywhere")
    private @Nullable String seed;

    @Option(names = "--log", description = "with --seed: write all that happens")
    private boolean log;

    @Option(names = "--json", description = "write the report as JSON, and nothing else")
    private boolean json;

    /**
     * What the command knows of the sources and of the machine.
     *
     * @param commit of the sources
     * @param processors how many there are
     */
    public record Sources(String commit, int processors) {}

    /** The command; the home is the project's folder, where template.yaml is. */
    public SimulateCommand(Terminal terminal, Machine machine, Path home, Sources sources) {
        this.terminal = terminal;
        this.machine = machine;
        this.home = home;
        this.sources = sources;
    }

    @Override
    public List<String> mistakes() {
        OptionValues values = new OptionValues();
        read(values);
        return values.mistakes();
    }

    @Override
    public Integer call() {
        OptionValues values = new OptionValues();
        SimulateOptions options = read(values);
        values.check();
        return new SimulateRun(options, terminal, machine, home).run();
    }

    /** The options as values; what is wrong with them is noted. */
    SimulateOptions read(OptionValues values) {
        if (log && seed == null) {
            values.mistake("--log is about one run: say which with --seed.");
        }
        if (log && json) {
            values.mistake("--log cannot be combined with --json.");
        }
        if (seed != null && (seeds != null || from != null || time != null)) {
            values.mistake("--seed plays one run, so --seeds, --from and --for mean nothing with it.");
        }
        int usual = time == null ? USUAL_SEEDS : ALL_THAT_TIME_ALLOWS;
        return new SimulateOptions(
                values.read("--seeds", seeds, SEEDS, usual),
                values.read("--from", from, Choice.anyNumber(), 1L),
                time == null
                        ? Optional.empty()
                        : Optional.of(values.read("--for", time, Lasting.CHOICE, Duration.ZERO)),
                values.read("--threads", threads, THREADS, sources.processors()),
                seed == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(values.read("--seed", seed, Choice.anyNumber(), 1L)),
                log,
                json,
                sources.commit());
    }
}
