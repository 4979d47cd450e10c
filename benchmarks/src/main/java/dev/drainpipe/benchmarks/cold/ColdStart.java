package dev.drainpipe.benchmarks.cold;

import dev.drainpipe.benchmarks.Benchmark;
import dev.drainpipe.benchmarks.Effort;
import dev.drainpipe.benchmarks.Result;
import dev.drainpipe.benchmarks.Table;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cold starts of the built functions through the real runtime interface client, next to the same work by boto3, the
 * naive form of a Java function, and a function that does nothing.
 */
public final class ColdStart implements Benchmark {
    private static final int ROUNDS = 15;
    private static final int QUICK_ROUNDS = 3;

    private final Path home;
    private final PrintStream progress;

    public ColdStart(Path home, PrintStream progress) {
        this.home = home;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "cold";
    }

    @Override
    public String question() {
        return "How long does a function take until its first answer, and how much CPU and memory?";
    }

    @Override
    public Result run(Effort effort) throws IOException, InterruptedException {
        Path scratch =
                Files.createDirectories(home.resolve("target").resolve("bench").resolve("site"));
        try (Site site = Site.open(home, Files.createTempDirectory(scratch, "run"))) {
            Contest contest = new Contest(site, progress);
            Field field = field(site, contest);
            List<Integer> memories = effort == Effort.QUICK ? List.of(512) : List.of(512, 1024, 1769);
            int rounds = effort == Effort.QUICK ? QUICK_ROUNDS : ROUNDS;
            List<Measured> measured = contest.run(field.all(), memories, rounds);
            Findings findings = new Findings(measured);
            List<Table> tables = new ArrayList<>(findings.tables());
            tables.add(sizes(field, site));
            tables.add(new Warm(site).table(field.warm()));
            return new Result(tables, findings.picture(), findings.data(machine(rounds)));
        }
    }

    /** Who takes part; the baselines make the calls that ours make. */
    private Field field(Site site, Contest contest) throws IOException, InterruptedException {
        Python python = Python.prepared(home);
        Naive naive = Naive.prepared(home);
        List<Subject> subjects = new ArrayList<>();
        for (Function function : Function.values()) {
            Subject ours = Subject.ours(Field.ZIP, function, site);
            List<String> calls = contest.sample(ours, 0).calls();
            progress.println(function.module() + ": " + String.join(" ", calls));
            Subject unrehearsed = naive.unrehearsed(ours, site);
            subjects.add(python.subject(function, calls));
            subjects.add(ours);
            subjects.add(ours.afterRestore(Field.SNAPSHOT));
            subjects.add(unrehearsed);
            subjects.add(unrehearsed.afterRestore(Field.SNAPSHOT_UNREHEARSED));
            if (function == Function.TERMINATOR) {
                subjects.add(naive.subject(function, calls, site));
                subjects.add(Subject.java(
                        Field.EMPTY, function, site.folderOf(EmptyHandler.class), EmptyHandler.class.getName(), site));
            }
        }
        return new Field(subjects);
    }

    private static Table sizes(Field field, Site site) throws IOException, InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (Subject subject : field.javas()) {
            ClassLog classes = ClassLog.of(subject, site);
            rows.add(List.of(
                    subject.function().module(),
                    subject.name(),
                    "%,d".formatted(classes.all().size()),
                    "%,d".formatted(classes.deployed().size()),
                    "%,d".formatted(classes.in("org.apache.logging."))));
        }
        return new Table(
                "Classes loaded from bytes until the first answer.",
                List.of("function", "", "all", "from the package", "of those, log4j"),
                rows);
    }

    private static Map<String, Object> machine(int rounds) throws IOException {
        try (CpuShare share = new CpuShare(0)) {
            return Map.of(
                    "java", System.getProperty("java.version"),
                    "processors", Runtime.getRuntime().availableProcessors(),
                    "cpuShare", share.how(),
                    "rounds", rounds);
        }
    }
}
