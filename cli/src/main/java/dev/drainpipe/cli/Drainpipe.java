package dev.drainpipe.cli;

import dev.drainpipe.cli.local.LocalCommand;
import dev.drainpipe.cli.simulate.SimulateCommand;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code drainpipe}: finds the subcommand, tells all mistakes of a command line together, and runs it. */
public final class Drainpipe {
    private final Terminal terminal;
    private final CommandLine commands;

    @Command(
            name = "drainpipe",
            description = {
                "Takes instances out of ECS-on-EC2 clusters without dropping a request.",
                "",
                "Say 'drainpipe COMMAND --help' for the options of a command."
            },
            synopsisSubcommandLabel = "COMMAND",
            mixinStandardHelpOptions = true,
            version = "drainpipe 0.1.0")
    private static final class Root {}

    Drainpipe(Terminal terminal, List<Subcommand> subcommands) {
        this.terminal = terminal;
        this.commands = new CommandLine(new Root());
        subcommands.forEach(commands::addSubcommand);
        beStrict(commands);
        commands.setUsageHelpAutoWidth(false);
    }

    /** All errors are collected, and a misspelt option is not taken for another one's value. */
    private static void beStrict(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true).unmatchedOptionsAllowedAsOptionParameters(false);
        command.getSubcommands().values().forEach(Drainpipe::beStrict);
    }

    /** Runs one command line and says with which code to exit. */
    int run(String... arguments) {
        ParseResult last = commands.parseArgs(arguments);
        List<String> mistakes = new ArrayList<>();
        while (true) {
            if (helped(last)) {
                return ExitCode.OK;
            }
            last.errors().stream()
                    .filter(Drainpipe::hasWords)
                    .map(Drainpipe::sentence)
                    .forEach(mistakes::add);
            if (!last.hasSubcommand()) {
                break;
            }
            last = last.subcommand();
        }
        return last.commandSpec().userObject() instanceof Subcommand command
                ? run(command, last.commandSpec(), mistakes)
                : withoutCommand(mistakes);
    }

    private boolean helped(ParseResult parsed) {
        if (parsed.isUsageHelpRequested()) {
            parsed.commandSpec().commandLine().usage(terminal.out());
        } else if (parsed.isVersionHelpRequested()) {
            parsed.commandSpec().commandLine().printVersionHelp(terminal.out());
        }
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    }

    private int run(Subcommand command, CommandSpec spec, List<String> mistakes) {
        List<String> all = new ArrayList<>(mistakes);
        all.addAll(command.mistakes());
        if (!all.isEmpty()) {
            return refuse(spec.qualifiedName(), all);
        }
        try {
            return command.call();
        } catch (UncheckedIOException failure) {
            terminal.err().println("drainpipe: " + failure.getMessage());
            return ExitCode.NOT_OK;
        }
    }

    private int withoutCommand(List<String> mistakes) {
        if (mistakes.isEmpty()) {
            commands.usage(terminal.out());
            return ExitCode.OK;
        }
        return refuse("drainpipe", mistakes);
    }

    private int refuse(String command, List<String> mistakes) {
        mistakes.forEach(mistake -> terminal.err().println("drainpipe: " + mistake));
        terminal.err().println("Say '%s --help' for what is accepted.".formatted(command));
        return ExitCode.USAGE;
    }

    /** Picocli tells an unknown option among the values of another one twice, once without naming it. */
    private static boolean hasWords(Exception error) {
        return !(error instanceof UnmatchedArgumentException unknown)
                || !unknown.getUnmatched().isEmpty();
    }

    private static String sentence(Exception error) {
        if (error instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown.getUnmatched(), unknown.getCommandLine());
        }
        return error.getMessage() + ".";
    }

    private static String unknown(List<String> words, CommandLine command) {
        String given = "'" + String.join("', '", words) + "'";
        if (!command.getSubcommands().isEmpty()) {
            String names = String.join(", ", command.getSubcommands().keySet());
            return "no such command: %s; accepted is %s.".formatted(given, names);
        }
        List<String> names = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
        return "no such option: %s; accepted are %s.".formatted(given, String.join(", ", names));
    }

    /** Started by the script {@code drainpipe}, which passes the project's folder and facts about the terminal. */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.of(System.out, System.err, System.getProperties());
        Path home = Path.of(System.getProperty("drainpipe.home", "."));
        SimulateCommand.Sources sources = new SimulateCommand.Sources(
                System.getProperty("drainpipe.commit", "unknown"),
                Runtime.getRuntime().availableProcessors());
        List<Subcommand> commands = List.of(
                LocalCommand.of(terminal, Machine.real(), home),
                new SimulateCommand(terminal, Machine.real(), home, sources));
        System.exit(new Drainpipe(terminal, commands).run(arguments));
    }
}
