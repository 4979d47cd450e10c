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

    @Test
    void virtualTimePassesAtTheSpeedAskedFor() {
        Pace pace = pace(new Speed(10));

        for (int i = 0; i < 20; i++) {
            pace.step();
        }

        assertThat(virtual()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aStepThatTookLongerIsMadeUpFor() {
        Pace pace = pace(new Speed(10));
        pace.step();

        extra = Duration.ofMillis(150);
        pace.step();

        assertThat(virtual()).isEqualTo(Duration.ofMillis(500 + 2000));
    }

    @Test
    void aClosedLidIsNotMadeUpFor() {
        Pace pace = pace(new Speed(10));
        pace.step();

        extra = Duration.ofHours(8);
        pace.step();

        assertThat(virtual()).isEqualTo(Duration.ofMillis(500 + 5000));
    }

    @Test
    void fullSpeedNeedsNoRealTime() {
        pace(Speed.MAX).step();

        assertThat(virtual()).isEqualTo(Duration.ofSeconds(1));
        assertThat(real).isEqualTo(Instant.EPOCH);
    }
}
