package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What Drainpipe's functions would be without what was done for their start. */
final class Naive {
    private static final String HANDLER = "dev.drainpipe.naive.NaiveHandler";

    private final Path folder;

    private Naive(Path folder) {
        this.folder = folder;
    }

    /**
     * Builds the naive form, unless an earlier run has; a project of its own, since it needs what the build forbids
     * everywhere else.
     */
    static Naive prepared(Path home) throws IOException, InterruptedException {
        Path project = home.resolve("benchmarks").resolve("naive");
        Path built = project.resolve("target").resolve("naive");
        if (!Files.isDirectory(built.resolve("lib"))) {
            String maven = home.resolve("mvnw").toString();
            Commands.run(project, List.of(maven, "-B", "-q", "package"));
        }
        return new Naive(built);
    }

    /** Default clients of five services, an event decoded by reflection, and log4j as it comes, for the same calls. */
    Subject subject(Function function, List<String> calls, Site site) {
        Subject naive = Subject.java(Field.NAIVE, function, folder, HANDLER, site);
        return with(naive, Field.NAIVE, naive.folder(), Map.of("CALLS", String.join(",", calls)));
    }

    /** Drainpipe's own artefact, without its rehearsal. */
    Subject unrehearsed(Subject ours, Site site) throws IOException {
        Path overlay = site.folderOf(UnrehearsedHandler.class);
        Files.createSymbolicLink(overlay.resolve("lib"), ours.folder().resolve("lib"));
        copyClasses(ours.folder(), overlay);
        Subject other =
                Subject.java(Field.UNREHEARSED, ours.function(), overlay, UnrehearsedHandler.class.getName(), site);
        return with(
                other,
                Field.UNREHEARSED,
                overlay,
                Map.of("INNER", ours.function().handler()));
    }

    private static void copyClasses(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static Subject with(Subject subject, String name, Path folder, Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(subject.environment());
        environment.putAll(more);
        return new Subject(name, subject.function(), folder, subject.command(), environment, false);
    }
}
