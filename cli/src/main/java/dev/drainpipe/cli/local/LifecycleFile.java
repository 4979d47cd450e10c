package dev.drainpipe.cli.local;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A lifecycle message from a file, to be fed as it is.
 *
 * @param name the file, and the record's number where a file holds several
 * @param body what is put into the queue
 */
record LifecycleFile(String name, String body) {
    private static final Pattern INSTANCE_ID = Pattern.compile("\\bi-[0-9a-f]{8,17}\\b");

    /**
     * Reads a file: one message, or the bodies of a Lambda event of SQS records ({@code {"Records": [{"body": ...}]}}).
     *
     * @throws UncheckedIOException if the file cannot be read
     */
    static List<LifecycleFile> read(Path file) {
        String name = String.valueOf(file.getFileName());
        List<String> bodies = bodies(text(file));
        if (bodies.size() == 1) {
            return List.of(new LifecycleFile(name, bodies.get(0)));
        }
        List<LifecycleFile> all = new ArrayList<>();
        bodies.forEach(body -> all.add(new LifecycleFile(name + " #" + (all.size() + 1), body)));
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static List<String> bodies(String text) {
        try {
            if (JSON.std.mapFrom(text).get("Records") instanceof List<?> records) {
                return records.stream()
                        .map(record -> record instanceof Map<?, ?> map ? String.valueOf(map.get("body")) : "")
                        .toList();
            }
        } catch (IOException notAnObject) {
            // What is no JSON is fed as it is: seeing what becomes of it is the point.
        }
        return List.of(text);
    }

    /** The first instance id in the body. */
    Optional<String> instanceId() {
        Matcher matcher = INSTANCE_ID.matcher(body);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
