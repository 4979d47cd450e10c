package dev.drainpipe.benchmarks;

import dev.drainpipe.benchmarks.cold.ColdStart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code drainpipe bench [NAME...] [--quick] [--keep]}: runs benchmarks one after the other. */
public final class Bench {
    private static final String QUICK = "--quick";
    private static final String KEEP = "--keep";

    private final List<Benchmark> benchmarks;
    private final Report report;
    private final PrintStream out;

    Bench(List<Benchmark> benchmarks, Report report, PrintStream out) {
        this.benchmarks = List.copyOf(benchmarks);
        this.report = report;
        this.out = out;
    }

    /** Runs those that are named, all if none is, and says with which code to exit. */
    int run(List<String> words) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>(words);
        boolean quick = names.remove(QUICK);
        boolean keep = names.remove(KEEP);
        List<String> known = benchmarks.stream().map(Benchmark::name).toList();
        if (!known.containsAll(names)) {
            out.println(usage());
            return names.contains("--help") ? 0 : 2;
        }
        for (Benchmark benchmark : benchmarks) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                run(benchmark, quick ? Effort.QUICK : Effort.FULL, keep);
            }
        }
        return 0;
    }

    private void run(Benchmark benchmark, Effort effort, boolean keep) throws IOException, InterruptedException {
        out.println(benchmark.question());
        Result result = benchmark.run(effort);
        out.println(Report.markdown(result));
        report.write(benchmark, result);
        if (keep) {
            report.keep(benchmark, result);
        }
    }

    private String usage() {
        StringBuilder usage = new StringBuilder("Usage: drainpipe bench [NAME...] [%s] [%s]%n".formatted(QUICK, KEEP));
        benchmarks.forEach(benchmark -> usage.append("  %-10s %s%n".formatted(benchmark.name(), benchmark.question())));
        return usage.append(
                        "  %-10s fewer rounds%n  %-10s put the figures into docs/performance.md".formatted(QUICK, KEEP))
                .toString();
    }

    /** Started by the script {@code drainpipe}, which passes the project's folder. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("drainpipe.home", "."))
                .toAbsolutePath()
                .normalize();
        Bench bench = new Bench(List.of(new ColdStart(home, System.out)), new Report(home), System.out);
        System.exit(bench.run(List.of(arguments)));
    }
}
