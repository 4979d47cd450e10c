package dev.drainpipe.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.cli.Machine;
import dev.drainpipe.simulator.world.Account;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final World world = new World(T0, 1, Account.example());
    private Instant real = Instant.EPOCH;
    private Duration extra = Duration.ZERO;

    @AfterEach
    void close() {
        world.close();
    }

    private Pace pace(Speed speed) {
        return new Pace(world, speed, new Machine(() -> real, this::rest, work -> {}));
    }

    private void rest(Duration time) {
        real = real.plus(time).plus(extra);
    }

    private Duration virtual() {
        return Duration.between(T0, world.now());
    }

    private void steps(Pace pace, int number) {
        for (int i = 0; i < number; i++) {
            pace.step();
        }
    }

    @Test
    void virtualTimePassesAtTheSpeedAskedFor() {
        steps(pace(new Speed(10)), 50);

        assertThat(virtual()).isEqualTo(Duration.ofSeconds(10));
        assertThat(real).isEqualTo(Instant.EPOCH.plusSeconds(1));
    }

    @Test
    void stepsTooShortToSleepForAreGatheredUntilTheyAreNot() {
        steps(pace(new Speed(1000)), 500);

        assertThat(virtual()).isEqualTo(Duration.ofSeconds(100));
        assertThat(real).isBetween(Instant.EPOCH.plusMillis(90), Instant.EPOCH.plusMillis(100));
    }

    @Test
    void aRestThatTookLongerIsMadeUpFor() {
        Pace pace = pace(new Speed(10));
        extra = Duration.ofMillis(150);
        pace.step();

        extra = Duration.ZERO;
        steps(pace, 49);

        assertThat(real).isEqualTo(Instant.EPOCH.plusSeconds(1));
    }

    @Test
    void aClosedLidIsNotMadeUpFor() {
        Pace pace = pace(new Speed(10));
        extra = Duration.ofHours(8);
        pace.step();

        extra = Duration.ZERO;
        steps(pace, 50);

        assertThat(real).isEqualTo(Instant.EPOCH.plus(Duration.ofHours(8)).plusMillis(20 + 1000));
    }

    /** Otherwise two runs of a seed would end at different moments, with different numbers of requests. */
    @Test
    void aStepIsTheSameAtEverySpeed() {
        pace(Speed.MAX).step();
        assertThat(virtual()).isEqualTo(Pace.STEP);
        assertThat(real).isEqualTo(Instant.EPOCH);

        pace(new Speed(0.5)).step();
        assertThat(virtual()).isEqualTo(Pace.STEP.multipliedBy(2));
    }
}
