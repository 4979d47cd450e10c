package dev.drainpipe.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.campaign.Campaign;
import dev.drainpipe.proof.campaign.Score.Figures;
import dev.drainpipe.proof.campaign.Seeds;
import dev.drainpipe.proof.coverage.Coverage.Area;
import dev.drainpipe.proof.draw.Draw;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs of drawn seeds: a fixed set, and some that nobody has seen before. */
class SeedsTest {
    private static final int FIXED = 80;
    private static final int FRESH = 30;
    private static final int THREADS = 2;

    /** Of twelve; the rarest do not come in so few runs. */
    private static final int MOST_KINDS_OF_FAULTS = 9;

    private final Proof proof = Proofs.ofOurFunctions();

    @Test
    void theFixedSeedsAreClean() throws InterruptedException {
        Figures figures = run(1, FIXED);

        assertThat(stories(figures)).isEmpty();
        assertThat(figures.runs()).isEqualTo(FIXED);
        assertThat(figures.coverage().of(Area.VERDICT))
                .containsOnlyKeys("TERMINATE", "ASK_AGAIN", "OVERDUE", "NOTHING_TO_DO");
        assertThat(figures.coverage().of(Area.FAULT)).hasSizeGreaterThanOrEqualTo(MOST_KINDS_OF_FAULTS);
    }

    /** The build passes a first seed of its own; what fails is told with the command that plays it again. */
    @Test
    void freshSeedsAreClean() throws InterruptedException {
        long first = Long.getLong("drainpipe.fresh-seed", 1_000_000);

        assertThat(stories(run(first, FRESH))).as("from seed %d", first).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        for (long seed = 201; seed < 206; seed++) {
            RunResult first = proof.run(seed);
            RunResult second = proof.run(seed);

            assertThat(second.hash()).as("seed %d", seed).isEqualTo(first.hash());
            assertThat(second.events()).isEqualTo(first.events());
            assertThat(second.violations()).isEqualTo(first.violations());
        }
    }

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherOneAnother() {
        assertThat(Draw.plan(7)).isEqualTo(Draw.plan(7));
        assertThat(Draw.plan(7).lines()).isNotEqualTo(Draw.plan(8).lines());
    }

    private Figures run(long from, int number) throws InterruptedException {
        Campaign campaign = new Campaign(proof, new Seeds(from, number, () -> false));
        campaign.start(THREADS).await();
        return campaign.score().figures();
    }

    private static List<String> stories(Figures figures) {
        Stream<String> failed = figures.failed().stream()
                .flatMap(result -> new Failure(result, result.plan(), "this one").lines().stream());
        Stream<String> broken = figures.broken().stream().map(Object::toString);
        return Stream.concat(failed, broken).toList();
    }
}
