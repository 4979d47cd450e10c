package dev.drainpipe.terminator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drainpipe.fleet.Task;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownTasksTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String INSTANCE = "arn-i-1";

    private final KnownTasks known = new KnownTasks();

    @Test
    void ofAnInstanceThatNobodySpokeOfNothingIsKnown() {
        assertThat(known.remaining(INSTANCE)).isZero();
        assertThat(known.on(INSTANCE, NOW)).isEmpty();
        assertThat(known.lastNews(INSTANCE)).isEqualTo(Instant.MIN);
        assertThat(known.allStopped(INSTANCE, NOW)).isFalse();
    }

    @Test
    void whenAsManyHaveStoppedAsWereCountedAllHave() {
        known.expect(INSTANCE, 2);
        known.heard(INSTANCE, "a", NOW);
        known.heard(INSTANCE, "a", NOW.plusSeconds(1));

        assertThat(known.remaining(INSTANCE)).isEqualTo(1);
        assertThat(known.allStopped(INSTANCE, NOW)).isFalse();

        known.heard(INSTANCE, "b", NOW.plusSeconds(2));

        assertThat(known.remaining(INSTANCE)).isZero();
        assertThat(known.allStopped(INSTANCE, NOW)).isTrue();
        assertThat(known.on(INSTANCE, NOW)).containsExactlyInAnyOrder("a", "b");
        assertThat(known.lastNews(INSTANCE)).isEqualTo(NOW.plusSeconds(2));
    }

    @Test
    void whatWasSeenIsKnownBetterThanWhatWasCounted() {
        known.expect(INSTANCE, 5);
        known.saw(INSTANCE, List.of(task("a"), task("b")), NOW);
        known.expect(INSTANCE, 5);
        known.counted(INSTANCE, 1);

        assertThat(known.remaining(INSTANCE)).isEqualTo(2);

        known.heard(INSTANCE, "a", NOW);

        assertThat(known.left(INSTANCE, NOW)).containsExactly("b");
        assertThat(known.on(INSTANCE, NOW)).containsExactlyInAnyOrder("a", "b");
    }

    /** The outage: an event of before the count was counted again, and a task that was left was taken for stopped. */
    @Test
    void aNewCountBeginsAnew() {
        known.expect(INSTANCE, 3);
        known.heard(INSTANCE, "a", NOW);
        known.counted(INSTANCE, 2);

        assertThat(known.remaining(INSTANCE)).isEqualTo(2);
        assertThat(known.on(INSTANCE, NOW)).isEmpty();
    }

    @Test
    void anInstanceOnWhichNothingWasCountedHasNoTasksThatStopped() {
        known.saw(INSTANCE, List.of(), NOW);

        assertThat(known.allStopped(INSTANCE, NOW)).isFalse();
    }

    /** ECS forgets a stopped task after an hour, and an answer without it would be one in part, for ever. */
    @Test
    void whatStoppedLongAgoIsNotAskedFor() {
        known.expect(INSTANCE, 2);
        known.heard(INSTANCE, "a", NOW);
        Instant later = NOW.plus(KnownTasks.DESCRIBABLE);
        known.heard(INSTANCE, "b", later);

        assertThat(known.on(INSTANCE, later.minusMillis(1))).containsExactlyInAnyOrder("a", "b");
        assertThat(known.on(INSTANCE, later)).containsExactly("b");
        assertThat(known.allStopped(INSTANCE, later)).isFalse();
        assertThat(known.remaining(INSTANCE)).isZero();
    }

    @Test
    void howManyDaemonsThereMayBeIsAsLastSeen() {
        assertThat(known.daemons("c")).isZero();

        known.daemons("c", 2);

        assertThat(known.daemons("c")).isEqualTo(2);
    }

    private static Task task(String id) {
        return new Task(id, "service:web", "RUNNING", false);
    }
}
