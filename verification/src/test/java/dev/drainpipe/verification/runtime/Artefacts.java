package dev.drainpipe.verification.runtime;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deployable folders of the functions: classes at the root, dependencies in {@code lib}.
 *
 * <p>With {@code -Ddrainpipe.artifacts=DIR} they are {@code DIR/<LogicalId>}, as {@code sam build} leaves them; else what
 * the build has just made, {@code <module>/target/<module>}.
 */
final class Artefacts {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** What the managed runtime brings along: the client and what it needs. */
    private static final List<String> RUNTIME_CLIENT = List.of(
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-core-",
            "aws-lambda-java-serialization-",
            "utils-lite-");

    private Artefacts() {}

    /**
     * The folder of a function.
     *
     * @param logicalId such as {@code TaskScalerFunction}
     * @param module such as {@code task-scaler}
     */
    static Path folder(String logicalId, String module) {
        return Optional.ofNullable(System.getProperty("drainpipe.artifacts"))
                .map(ROOT::resolve)
                .map(built -> built.resolve(logicalId))
                .orElse(ROOT.resolve(module).resolve("target").resolve(module));
    }

    /**
     * Whether the folder holds what was built; not so if only tests were asked for, without packaging.
     *
     * @throws IllegalStateException if it does not although {@code drainpipe.artifacts} was given
     */
    static boolean built(Path folder) {
        boolean built = Files.isDirectory(folder.resolve("lib"));
        if (!built && System.getProperty("drainpipe.artifacts") != null) {
            throw new IllegalStateException(folder + " holds no built function.");
        }
        return built;
    }

    /** The class path of a process that serves the folder's function: the folder, its jars, the runtime client's. */
    static String classPath(Path folder) {
        Stream<String> own = Stream.of(folder.toString(), folder.resolve("lib") + File.separator + "*");
        Stream<String> client = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> RUNTIME_CLIENT.stream()
                        .anyMatch(
                                name -> Path.of(entry).getFileName().toString().startsWith(name)));
        return Stream.concat(own, client).collect(Collectors.joining(File.pathSeparator));
    }
}
