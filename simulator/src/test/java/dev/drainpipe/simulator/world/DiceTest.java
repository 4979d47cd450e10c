package dev.drainpipe.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void theSameSeedGivesTheSameThrows() {
        assertThat(new Dice(7).hex(40)).isEqualTo(new Dice(7).hex(40)).isNotEqualTo(new Dice(8).hex(40));
    }

    @Test
    void oneSubjectDoesNotDisturbAnother() {
        Dice dice = new Dice(7);
        String alone = dice.of("tasks").hex(40);
        dice.of("traffic").hex(1000);

        assertThat(dice.of("tasks").hex(40)).isEqualTo(alone);
    }

    @Test
    void aUuidIsOfVersionFour() {
        assertThat(new Dice(1).uuid().version()).isEqualTo(4);
        assertThat(new Dice(1).uuid().variant()).isEqualTo(2);
    }

    @Test
    void aDurationLiesBetweenItsBounds() {
        Dice dice = new Dice(3);

        for (int i = 0; i < 1000; i++) {
            assertThat(dice.between(Duration.ofSeconds(1), Duration.ofSeconds(2)))
                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
        assertThat(dice.between(Duration.ofSeconds(2), Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    }
}
