package dev.drainpipe.verification.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that tells what the simulation finds. */
class PageTest {
    @Test
    void itHasALineForEachVariant() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "proof.md"));

        assertThat(Catalogue.all())
                .allSatisfy(variant -> assertThat(lines)
                        .filteredOn(line -> line.startsWith("| " + variant + " | " + variant.outage() + " |"))
                        .as("lines about \"%s\"; VariantsTest with -Dvariants=all writes them", variant)
                        .hasSize(1));
    }

    @Test
    void itRemembersTheSeedsThatFoundVariants() throws IOException {
        List<String> named = Catalogue.all().stream()
                .filter(Variant::mustBeCaught)
                .map(Variant::name)
                .toList();

        assertThat(new Page().seeds()).containsOnlyKeys(named);
    }
}
