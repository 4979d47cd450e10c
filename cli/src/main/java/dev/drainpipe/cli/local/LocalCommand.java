package dev.drainpipe.cli.local;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.cli.OptionValues;
import dev.drainpipe.cli.OptionValues.Choice;
import dev.drainpipe.cli.OptionValues.Range;
import dev.drainpipe.cli.Subcommand;
import dev.drainpipe.cli.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads the options of {@code drainpipe local} and runs it. */
@Command(
        name = "local",
        description = {
            "Runs a whole scale-in on a simulated AWS: the three Lambdas, wired as template.yaml says, a load balancer "
                    + "with traffic on it, and an Auto Scaling group that loses instances.",
            "",
            "Writes target/local/timeline.html, a picture of the run. Exits with 0 only if every instance was let go "
                    + "safely and no request was dropped, otherwise with 1 (also when --without-drainpipe shows what "
                    + "it costs); with 2 if an option is not accepted.",
            ""
        },
        sortOptions = false,
        abbreviateSynopsis = true,
        usageHelpWidth = 100,
        mixinStandardHelpOptions = true)
public final class LocalCommand implements Subcommand {
    private static final Choice<Integer> INSTANCES = Choice.of(new Range(1, 500));
    private static final Choice<Integer> PORTS = Choice.of(new Range(0, 65535));
    private static final int USUAL_INSTANCES = 6;
    private static final int USUAL_SCALE_IN = 2;
    private static final Speed USUAL_SPEED = new Speed(10);
    private static final Speed REAL_TIME = new Speed(1);

    private final Terminal terminal;
    private final Machine machine;
    private final Path home;
    private final SimulatedAccount.Factory accounts;

    @Option(
            names = "--instances",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "instances in the group, 1 to 500 (default 6)")
    private @Nullable String instances;

    @Option(
            names = "--tasks",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "tasks of the service, 1 to instances - 1 (default: instances - 1, which is N+1)")
    private @Nullable String tasks;

    @Option(
            names = "--scale-in",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "instances that leave, 0 to instances - 1 (default 2; with --serve 0)")
    private @Nullable String scaleIn;

    @Option(
            names = "--load-balancer",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "KIND",
            description = "classic (default) or target-group")
    private @Nullable String loadBalancer;

    @Option(
            names = "--speed",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N|max",
            description = "virtual seconds for each real one, 0.1 to 10000, or max (default 10; with --serve 1)")
    private @Nullable String speed;

    @Option(
            names = "--seed",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "N",
            description = "seed of all chance; the same seed gives the same run (default 1)")
    private @Nullable String seed;

    @Option(
            names = "--events",
            arity = "0..*",
            hideParamSyntax = true,
            paramLabel = "FILE...",
            description = "feed the lifecycle messages in these files, too, and say what became of each")
    private @Nullable List<Path> events;

    @Option(
            names = "--serve",
            arity = "0..1",
            fallbackValue = "",
            hideParamSyntax = true,
            paramLabel = "PORT",
            description = "stay up as a server on 127.0.0.1 that the AWS CLI and SDKs can drive; 0 takes a free port")
    private @Nullable String serve;

    @Option(names = "--json", description = "write the summary as JSON, and nothing else")
    private boolean json;

    @Option(
            names = "--without-drainpipe",
            description = "the same scale-in with no hook and no Lambdas, to see what it costs")
    private boolean withoutDrainpipe;

    /** The command for this terminal and machine; the home is the project's folder, where template.yaml is. */
    public static LocalCommand of(Terminal terminal, Machine machine, Path home) {
        return new LocalCommand(terminal, machine, home, new AwsAccounts(home, machine));
    }

    LocalCommand(Terminal terminal, Machine machine, Path home, SimulatedAccount.Factory accounts) {
        this.terminal = terminal;
        this.machine = machine;
        this.home = home;
        this.accounts = accounts;
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
        LocalOptions options = read(values);
        values.check();
        return new LocalRun(options, terminal, machine, home).run(accounts);
    }

    /** The options as values; what is wrong with them is noted. */
    LocalOptions read(OptionValues values) {
        combinations(values);
        int size = values.read("--instances", instances, INSTANCES, USUAL_INSTANCES);
        int most = Math.max(1, size - 1);
        int usualScaleIn = serve == null ? Math.min(USUAL_SCALE_IN, size - 1) : 0;
        return new LocalOptions(
                size,
                values.read("--tasks", tasks, Choice.of(new Range(1, most)), most),
                values.read("--scale-in", scaleIn, Choice.of(new Range(0, size - 1)), usualScaleIn),
                values.read("--load-balancer", loadBalancer, LoadBalancerKind.CHOICE, LoadBalancerKind.CLASSIC),
                values.read("--speed", speed, Speed.CHOICE, serve == null ? USUAL_SPEED : REAL_TIME),
                values.read("--seed", seed, Choice.anyNumber(), 1L),
                files(values),
                serve == null ? OptionalInt.empty() : OptionalInt.of(values.read("--serve", serve, PORTS, 0)),
                json,
                !withoutDrainpipe);
    }

    private void combinations(OptionValues values) {
        if (json && serve != null) {
            values.mistake("--json cannot be combined with --serve: a server has no summary.");
        }
        if (events != null && serve != null) {
            values.mistake("--events cannot be combined with --serve: send the messages with an AWS client.");
        }
        if (withoutDrainpipe && events != null) {
            values.mistake("--events cannot be combined with --without-drainpipe: nobody would read the messages.");
        }
    }

    private List<Path> files(OptionValues values) {
        List<Path> files = new ArrayList<>();
        if (events != null && events.isEmpty()) {
            values.reject("--events", "", "one file or more");
        }
        for (Path file : events == null ? List.<Path>of() : events) {
            if (Files.isReadable(file) && !Files.isDirectory(file)) {
                files.add(file);
            } else {
                values.reject("--events", file.toString(), "a file that can be read");
            }
        }
        return files;
    }
}
