package dev.drainpipe.benchmarks;

import dev.drainpipe.document.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where results are written: as files below {@code target/bench}, and if they are to be kept, into the documents.
 *
 * @param home the project's folder
 */
record Report(Path home) {
    /** Writes the table, the data and the picture of one benchmark. */
    void write(Benchmark benchmark, Result result) throws IOException {
        Path folder = Files.createDirectories(home.resolve("target").resolve("bench"));
        Files.writeString(folder.resolve(benchmark.name() + ".md"), markdown(result));
        writeData(folder, benchmark, result);
    }

    /**
     * Puts them into {@code docs/performance.md}, between the benchmark's two marks, and beside it.
     *
     * @throws IOException if the page has no place for it
     */
    void keep(Benchmark benchmark, Result result) throws IOException {
        Path docs = home.resolve("docs");
        writeData(Files.createDirectories(docs.resolve("performance")), benchmark, result);
        Path page = docs.resolve("performance.md");
        String begin = "<!-- bench %s -->".formatted(benchmark.name());
        String end = "<!-- /bench %s -->".formatted(benchmark.name());
        Matcher place = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(Files.readString(page));
        if (!place.find()) {
            throw new IOException("%s has no line %s followed by %s".formatted(page, begin, end));
        }
        Files.writeString(
                page, place.replaceFirst(Matcher.quoteReplacement(begin + "\n" + markdown(result) + "\n" + end)));
    }

    static String markdown(Result result) {
        return result.tables().stream().map(Table::markdown).collect(Collectors.joining("\n"));
    }

    private static void writeData(Path folder, Benchmark benchmark, Result result) throws IOException {
        Files.writeString(folder.resolve(benchmark.name() + ".json"), Json.text(result.data()) + "\n");
        Files.writeString(
                folder.resolve(benchmark.name() + ".svg"), result.picture().svg());
    }
}
