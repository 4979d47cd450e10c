package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which classes a JVM has loaded from bytes, rather than from its archive; the time of a start is almost proportional to
 * their number.
 *
 * @param all their names
 * @param deployed those that came with the function
 */
public record ClassLog(List<String> all, List<String> deployed) {
    /** The JVM's argument that writes such a log. */
    static String option(Path log) {
        return "-Xlog:class+load:file=" + log + "::filecount=0";
    }

    /** Starts it once, at full speed, and reads the log after the first answer. */
    public static ClassLog of(Subject subject, Site site) throws IOException, InterruptedException {
        Path log = Files.createTempFile(site.scratch(), "classes", ".txt");
        try (Start start = new Start(subject.withOptions(List.of(option(log))), site, 0)) {
            start.first(0);
            return read(log, subject.folder());
        }
    }

    private static ClassLog read(Path log, Path folder) throws IOException {
        List<String> lines = Files.readAllLines(log).stream()
                .filter(line -> line.contains(" source: ") && !line.contains("shared objects file"))
                .toList();
        return new ClassLog(
                lines.stream().map(ClassLog::name).toList(),
                lines.stream()
                        .filter(line -> line.contains(folder.toString()))
                        .map(ClassLog::name)
                        .toList());
    }

    private static String name(String line) {
        String text = line.substring(0, line.indexOf(" source: "));
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    /** How many of them are in packages that begin so. */
    public long in(String... packages) {
        return all.stream()
                .filter(name -> List.of(packages).stream().anyMatch(name::startsWith))
                .count();
    }
}
