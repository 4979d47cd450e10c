package dev.drainpipe.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.terminator.Blocker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The README's tables, against what they are about. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");

    private final String readme;
    private final String template;

    ReadmeTest() throws IOException {
        readme = Files.readString(ROOT.resolve("README.md"));
        template = Files.readString(ROOT.resolve("template.yaml"));
    }

    @Test
    void theTableOfParametersIsTheTemplates() {
        List<String> rows = new ArrayList<>();
        parameters()
                .forEach((name, declaration) -> rows.add(
                        "| `%s` | %s | %s |".formatted(name, standard(declaration), declaration.get("Description"))));

        assertThat(rows).isNotEmpty();
        assertThat(tableAfter("| parameter | default | |")).isEqualTo(rows);
    }

    @Test
    void theTableOfBlockersIsTheEnums() {
        List<String> rows = Arrays.stream(Blocker.values())
                .map(b -> "| `%s` | %s | %s |".formatted(b, b.sentence(), b.waivable() ? "yes" : "never"))
                .toList();

        assertThat(tableAfter("| blocker | means | may the deadline waive it? |"))
                .isEqualTo(rows);
    }

    @Test
    void nothingIsLeftToFillIn() {
        assertThat(readme).doesNotContain("@" + "@");
    }

    private Map<String, Map<String, Object>> parameters() {
        String section = template.substring(template.indexOf("\nParameters:"), template.indexOf("\nConditions:"));
        Map<String, Map<String, Map<String, Object>>> parsed = new Yaml().load(section);
        return parsed.getOrDefault("Parameters", Map.of());
    }

    private static String standard(Map<String, Object> declaration) {
        Object value = declaration.get("Default");
        if (value == null) {
            return "must be given";
        }
        return value.equals("") ? "empty" : "`" + value + "`";
    }

    private List<String> tableAfter(String header) {
        List<String> lines = readme.lines().toList();
        int first = lines.indexOf(header) + 2;
        assertThat(first).as("the line of " + header).isGreaterThan(1);
        return lines.subList(first, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
