package dev.drainpipe.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The baseline: a Python of its own, with a pinned boto3, that makes the same calls. */
final class Python {
    private final Path home;
    private final Path environment;

    private Python(Path home) {
        this.home = home.resolve("benchmarks").resolve("src").resolve("main").resolve("python");
        this.environment = home.resolve("target").resolve("bench").resolve("python");
    }

    /** Makes it, or takes the one that an earlier run has made; needs python3 and its package index. */
    static Python prepared(Path home) throws IOException, InterruptedException {
        Python python = new Python(home);
        if (!Files.exists(python.environment.resolve("ready"))) {
            Commands.run(home, List.of("python3", "-m", "venv", python.environment.toString()));
            Commands.run(
                    home,
                    List.of(
                            python.program(),
                            "-m",
                            "pip",
                            "install",
                            "--quiet",
                            "--requirement",
                            python.home.resolve("requirements.txt").toString()));
            Files.createFile(python.environment.resolve("ready"));
        }
        return python;
    }

    private String program() {
        return environment.resolve("bin").resolve("python").toString();
    }

    /** A function that makes these calls. */
    Subject subject(Function function, List<String> calls) {
        return new Subject(
                "Python + boto3",
                function,
                home,
                List.of(program(), "-u", home.resolve("baseline.py").toString()),
                Map.of("CALLS", String.join(",", calls)),
                false);
    }
}
