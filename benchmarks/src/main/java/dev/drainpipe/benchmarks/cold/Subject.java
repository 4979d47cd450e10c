package dev.drainpipe.benchmarks.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is measured: a program that serves a function.
 *
 * @param name how tables call it
 * @param function whose work it does
 * @param folder what is deployed
 * @param command how it is started; its last word is the handler
 * @param environment what it is told beyond what every function is told
 * @param restored whether it is measured from its restore on, as with SnapStart
 */
public record Subject(
        String name,
        Function function,
        Path folder,
        List<String> command,
        Map<String, String> environment,
        boolean restored) {
    /** The command line of the managed Java runtime (its published wrapper scripts): first compiler, serial collector. */
    private static final List<String> MANAGED = List.of(
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private static final String NATIVE_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    public Subject {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A Java function behind the real runtime interface client. */
    static Subject java(String name, Function function, Path folder, String handler, Site site) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MANAGED);
        command.add("-D" + NATIVE_CLIENT + "=" + site.nativeClient());
        command.add("-Djavax.net.ssl.trustStore=" + site.certificate().trustStore());
        command.addAll(List.of("-cp", site.runtimeClassPath()));
        command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        return new Subject(name, function, folder, command, Map.of(), false);
    }

    /** Drainpipe's own artefact of a function. */
    public static Subject ours(String name, Function function, Site site) {
        return java(name, function, site.artefact(function), function.handler(), site);
    }

    /** The same, measured from the restore of its snapshot on. */
    Subject afterRestore(String otherName) {
        return new Subject(
                otherName, function, folder, command, with("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"), true);
    }

    /** The same with arguments for the JVM. */
    Subject withOptions(List<String> options) {
        List<String> longer = new ArrayList<>(command);
        longer.addAll(1, options);
        return new Subject(name, function, folder, longer, environment, restored);
    }

    private Map<String, String> with(String key, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(key, value);
        return more;
    }
}
