package dev.drainpipe.verification.variant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source of one class of the product, in which lines can be replaced. */
final class ProductSource {
    private final Path file;
    private String text;

    /**
     * Reads the source.
     *
     * @param where the module and the class, such as {@code terminator/TaskLook}
     */
    ProductSource(String where) throws IOException {
        String[] parts = where.split("/", 2);
        this.file = find(Path.of("..", parts[0], "src", "main", "java"), parts[1] + ".java");
        this.text = Files.readString(file);
    }

    /** The class's name, with its package. */
    String className() {
        String simple = file.getFileName().toString().replace(".java", "");
        String statement = text.lines()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .orElseThrow();
        return statement.substring("package ".length(), statement.indexOf(';')) + "." + simple;
    }

    /** The text as it stands now. */
    String text() {
        return text;
    }

    /**
     * Replaces some lines. Spaces and line breaks do not matter, so that a formatter spoils nothing.
     *
     * @throws IllegalArgumentException if they are not there exactly once
     */
    void replace(String right, String wrong) {
        StringBuilder dense = new StringBuilder();
        int[] at = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                at[dense.length()] = i;
                dense.append(text.charAt(i));
            }
        }
        String sought = right.replaceAll("\\s+", "");
        int first = dense.indexOf(sought);
        if (sought.isEmpty() || first < 0 || dense.indexOf(sought, first + 1) >= 0) {
            throw new IllegalArgumentException(
                    file + " must have these lines exactly once, so this variant no longer applies: " + right);
        }
        text = text.substring(0, at[first]) + wrong + text.substring(at[first + sought.length() - 1] + 1);
    }

    private static Path find(Path top, String name) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            List<Path> found = files.filter(f -> f.endsWith(name)).toList();
            if (found.size() != 1) {
                throw new IllegalArgumentException(name + " is to be found once under " + top + ", not " + found);
            }
            return found.get(0);
        }
    }
}
