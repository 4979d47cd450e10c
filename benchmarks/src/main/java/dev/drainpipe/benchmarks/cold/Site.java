package dev.drainpipe.benchmarks.cold;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where measurements take place: the repository, an empty folder, a certificate and the AWS that has it.
 *
 * @param home the repository
 * @param scratch for files that only this run needs
 */
public record Site(Path home, Path scratch, Certificate certificate, AwsStub aws) implements AutoCloseable {
    private static final List<String> RUNTIME_CLIENT = List.of(
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-core-",
            "aws-lambda-java-serialization-",
            "annotations-",
            "utils-lite-");

    /** Makes everything. */
    public static Site open(Path home, Path scratch) throws IOException, InterruptedException {
        // Else the JDK's server holds small answers back for the other side's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Files.createDirectories(scratch);
        Certificate certificate = Certificate.make(Files.createTempDirectory(scratch, "certificate"));
        Site site = new Site(home, scratch, certificate, new AwsStub(certificate));
        site.unpackNativeClient();
        return site;
    }

    /** The deployable folder of a function. */
    Path artefact(Function function) {
        Path folder = home.resolve(function.module()).resolve("target").resolve(function.module());
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalStateException(folder + " is not built; ./mvnw package builds it.");
        }
        return folder;
    }

    /** A folder that holds nothing but these classes of ours, as it would be deployed. */
    Path folderOf(Class<?>... types) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "function");
        for (Class<?> type : types) {
            String file = type.getName().replace('.', '/') + ".class";
            Files.createDirectories(folder.resolve(file).getParent());
            try (InputStream in = resource("/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        return folder;
    }

    /** What the managed runtime brings along: the client and what it needs. */
    String runtimeClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(Site::isRuntime)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isRuntime(String entry) {
        String name = Path.of(entry).getFileName().toString();
        return RUNTIME_CLIENT.stream().anyMatch(name::startsWith);
    }

    /** The client's native library; several processes that unpack it by themselves crash each other. */
    Path nativeClient() {
        return scratch.resolve("lambda-jni.so");
    }

    private void unpackNativeClient() throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        String name = "/jni/libaws-lambda-jni." + (musl ? "linux_musl-" : "linux-") + architecture + ".so";
        Files.deleteIfExists(nativeClient());
        try (InputStream in = resource(name)) {
            Files.copy(in, nativeClient());
        }
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream found = AWSLambda.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException("no " + name + " on the class path");
        }
        return found;
    }

    @Override
    public void close() {
        aws.close();
    }
}
