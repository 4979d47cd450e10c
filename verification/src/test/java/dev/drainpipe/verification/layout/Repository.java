package dev.drainpipe.verification.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the repository is, and which modules it has. */
final class Repository {
    private Repository() {}

    /** The folder that holds template.yaml, found upwards from where the tests run. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder above this one holds mvnw.");
        }
        return folder;
    }

    /** The modules as the parent POM names them. */
    static List<String> modules() throws IOException {
        Matcher names = Pattern.compile("<module>(.+?)</module>").matcher(Files.readString(root().resolve("pom.xml")));
        return names.results().map(r -> r.group(1)).toList();
    }
}
