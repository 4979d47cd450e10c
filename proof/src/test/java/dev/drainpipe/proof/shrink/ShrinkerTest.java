package dev.drainpipe.proof.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.proof.draw.Draw;
import dev.drainpipe.proof.draw.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is needed stays, what is not goes. */
class ShrinkerTest {
    private static final int ENOUGH = 200;

    @Test
    void allThatIsNotNeededGoes() {
        Plan plan = planWithTroubles(3);
        var needed = plan.troubles().get(1);

        Plan shortest = new Shrinker(candidate -> candidate.troubles().contains(needed), ENOUGH).shrink(plan);

        assertThat(shortest.troubles()).containsExactly(needed);
        assertThat(shortest.works()).isEmpty();
        assertThat(shortest.site().guests()).isEmpty();
        assertThat(shortest.site().services()).hasSize(1);
    }

    @Test
    void whatIsAllNeededStays() {
        Plan plan = planWithTroubles(3);

        assertThat(new Shrinker(plan::equals, ENOUGH).shrink(plan)).isEqualTo(plan);
    }

    @Test
    void afterItsRunsItIsContent() {
        Plan plan = planWithTroubles(3);

        Plan shorter = new Shrinker(candidate -> true, 1).shrink(plan);

        assertThat(shorter.troubles()).isEqualTo(List.of());
        assertThat(shorter.works()).isEqualTo(plan.works());
    }

    private static Plan planWithTroubles(int least) {
        long seed = 1;
        while (Draw.plan(seed).troubles().size() < least) {
            seed++;
        }
        return Draw.plan(seed);
    }
}
