package dev.drainpipe.verification.variant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * The simulation can fail: it finds each deliberate mistake, by a seed that the product as it is passes.
 *
 * <p>First it tries the seed that found a mistake before. With {@code -Dvariants=all} it tries from 1 on, those that
 * nothing finds yet, too, and writes into {@code docs/proof.md} how many seeds each took.
 */
class VariantsTest {
    /** After so many seeds nobody hopes any more; {@code -Dvariants.seeds=} says another number. */
    private static final int MOST_SEEDS = Integer.getInteger("variants.seeds", 400);

    private final boolean all = "all".equals(System.getProperty("variants"));
    private final Simulation simulation = new Simulation();

    @Test
    void eachWrongVariantIsFound() throws IOException, InterruptedException, ExecutionException {
        Page page = new Page();

        List<Trophy> trophies = hunt(page.seeds());

        Files.writeString(Path.of("target", "variants.md"), Page.table(trophies));
        if (all) {
            page.write(trophies);
        }
        assertThat(trophies)
                .as("no seed up to %d finds these: a hole in what is drawn, or in an invariant", MOST_SEEDS)
                .filteredOn(trophy -> trophy.variant().mustBeCaught() && !trophy.caught())
                .isEmpty();
        assertThat(trophies)
                .as("these are found now: take away what says that they are not yet")
                .filteredOn(trophy -> !trophy.variant().mustBeCaught() && trophy.caught())
                .isEmpty();
    }

    private List<Trophy> hunt(Map<String, Long> seeds) throws InterruptedException, ExecutionException {
        ExecutorService hunters =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Trophy>> hunts = Catalogue.all().stream()
                    .filter(variant -> all || variant.mustBeCaught())
                    .map(variant -> hunters.submit(() -> hunt(variant, seeds.getOrDefault(variant.name(), 1L))))
                    .toList();
            List<Trophy> trophies = new ArrayList<>();
            for (Future<Trophy> hunt : hunts) {
                trophies.add(hunt.get());
            }
            return trophies;
        } finally {
            hunters.shutdownNow();
        }
    }

    private Trophy hunt(Variant variant, long known) {
        Hunt hunt = new Hunt(simulation, variant);
        return all ? hunt.fromTheFirst(MOST_SEEDS) : hunt.from(known, MOST_SEEDS);
    }
}
