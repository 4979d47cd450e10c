package dev.drainpipe.verification.runtime;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The runtime interface client's native library, unpacked for several processes of one machine.
 *
 * <p>Left to itself each process unpacks it over {@code /tmp/.libaws-lambda-jni.so}, and one that has just loaded it
 * crashes when the next one does.
 */
final class NativeClient {
    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private NativeClient() {}

    /** Unpacks the library into a folder and gives the argument for Java that makes a process load it from there. */
    static String unpackInto(Path folder) throws IOException {
        String name = "libaws-lambda-jni." + platform() + ".so";
        Path library = folder.resolve(name);
        try (InputStream packed = AWSLambda.class.getResourceAsStream("/jni/" + name)) {
            if (packed == null) {
                throw new FileNotFoundException("The runtime interface client has no " + name + ".");
            }
            Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
        }
        return "-D" + PROPERTY + "=" + library;
    }

    private static String platform() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return (musl ? "linux_musl-" : "linux-") + architecture;
    }
}
