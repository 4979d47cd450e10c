package dev.drainpipe.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@code docs/what-must-hold.md} name tests that exist and run. */
class PromisesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern NUMBER = Pattern.compile("(?m)^\\| (\\d+) \\|");

    private final String promises;
    private final Map<String, String> tests;

    PromisesTest() throws IOException {
        promises = Files.readString(ROOT.resolve("docs/what-must-hold.md"));
        try (Stream<Path> files = Files.walk(ROOT)) {
            tests = files.filter(file -> file.toString().contains("src/test/java"))
                    .filter(file -> file.getFileName().toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(PromisesTest::name, PromisesTest::text, (one, other) -> one + other));
        }
    }

    @Test
    void everyPromiseNamesATestThatExists() {
        List<String> missing = TEST.matcher(promises)
                .results()
                .filter(named -> !exists(named))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).isEmpty();
        assertThat(TEST.matcher(promises).results()).hasSizeGreaterThan(50);
    }

    @Test
    void noTestThatAPromiseNamesIsDisabled() {
        List<String> disabled = TEST.matcher(promises)
                .results()
                .filter(named -> tests.getOrDefault(named.group(1), "").contains("@Disabled"))
                .map(MatchResult::group)
                .toList();

        assertThat(disabled).isEmpty();
    }

    @Test
    void theEighteenStatementsAreAllThere() {
        assertThat(NUMBER.matcher(promises).results().map(found -> Integer.valueOf(found.group(1))))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18).boxed().toList());
    }

    private boolean exists(MatchResult named) {
        String text = tests.get(named.group(1));
        return text != null && (named.group(2) == null || text.contains("void " + named.group(2) + "("));
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".java".length());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
