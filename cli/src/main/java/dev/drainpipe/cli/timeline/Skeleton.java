package dev.drainpipe.cli.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page's fixed parts, kept as files beside this class, with {@code {{names}}} where the run is filled in. */
final class Skeleton {
    private static final Pattern NAME = Pattern.compile("\\{\\{(\\w+)}}");

    private Skeleton() {}

    /** Fills each name of the page in one pass, so that what was filled in is not searched again. */
    static String fill(Map<String, String> parts) {
        return NAME.matcher(read("timeline.html"))
                .replaceAll(name -> Matcher.quoteReplacement(part(parts, name.group(1))));
    }

    private static String part(Map<String, String> parts, String name) {
        return switch (name) {
            case "css" -> read("timeline.css");
            case "js" -> read("timeline.js");
            default -> Objects.requireNonNull(parts.get(name), "No part named " + name);
        };
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(Skeleton.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
