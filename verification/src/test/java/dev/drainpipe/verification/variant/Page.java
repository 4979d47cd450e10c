package dev.drainpipe.verification.variant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page for people that tells which seed found which variant: also the memory of where to look first. */
final class Page {
    private static final Path FILE = Path.of("..", "docs", "proof.md");
    private static final String BEGIN = "<!-- variants -->\n";
    private static final String END = "<!-- end of variants -->\n";
    private static final int NAME = 1;
    private static final int SEED = 3;

    private final String text;

    Page() throws IOException {
        this.text = Files.readString(FILE);
    }

    /** The seed that found each variant, by its name. */
    Map<String, Long> seeds() {
        Map<String, Long> seeds = new HashMap<>();
        for (String line :
                text.substring(text.indexOf(BEGIN), text.indexOf(END)).split("\n", -1)) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() > SEED && cells.get(SEED).matches("[0-9]+")) {
                seeds.put(cells.get(NAME), Long.valueOf(cells.get(SEED)));
            }
        }
        return seeds;
    }

    /** Writes down what was found, in place of what stood there. */
    void write(List<Trophy> trophies) throws IOException {
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        Files.writeString(FILE, before + "\n" + table(trophies) + "\n" + text.substring(text.indexOf(END)));
    }

    static String table(List<Trophy> trophies) {
        String head = "| variant | what it costs, or whose bug it is | seed | found by |\n| --- | --- | ---: | --- |\n";
        return trophies.stream()
                .map(trophy -> "| %s | %s | %s | %s |"
                        .formatted(
                                trophy.variant(),
                                trophy.variant().outage(),
                                trophy.caught() ? trophy.seed() : "",
                                trophy.words()))
                .collect(Collectors.joining("\n", head, "\n"));
    }
}
