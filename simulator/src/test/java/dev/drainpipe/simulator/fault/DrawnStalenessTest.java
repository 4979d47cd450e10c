package dev.drainpipe.simulator.fault;

import static dev.drainpipe.simulator.fault.LaggingAccount.LAGS;
import static dev.drainpipe.simulator.fault.LaggingAccount.UP_TO_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;

class DrawnStalenessTest {
    private static final int LONGEST = 8;

    /** What was listed in one second, by whom reads old answers and by whom does not. */
    private record Second(List<String> old, List<String> fresh) {}

    @Test
    void everyAnswerWasTheTruthWithinTheLongestStaleness() {
        List<Second> seconds = seconds(7);

        for (int now = 0; now < seconds.size(); now++) {
            List<List<String>> truths = seconds.subList(Math.max(0, now - LONGEST), now + 1).stream()
                    .map(Second::fresh)
                    .toList();
            assertThat(truths).as("second %d", now).contains(seconds.get(now).old());
        }
        assertThat(seconds).anySatisfy(s -> assertThat(s.old()).isNotEqualTo(s.fresh()));
        assertThat(seconds).anySatisfy(s -> assertThat(s.old()).isEqualTo(s.fresh()));
    }

    @Test
    void equalSeedsGiveEqualAnswers() {
        assertThat(seconds(3)).isEqualTo(seconds(3)).isNotEqualTo(seconds(4));
    }

    @Test
    void aLongerWishIsCut() {
        Staleness staleness = new Staleness(Duration.ofSeconds(5), call -> Duration.ofHours(1));

        try (LaggingAccount account = new LaggingAccount(staleness)) {
            account.startTask();
            account.pass(5);

            assertThat(account.tasks(LAGS, DesiredStatus.RUNNING)).hasSize(1);
        }
    }

    @Test
    void anAnswerFromTheFutureIsRefused() {
        assertThatThrownBy(() -> Staleness.always(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("longest is PT-1S; it must not be negative.");
    }

    /** Two minutes in which tasks come and go, each second of which both callers ask. */
    private static List<Second> seconds(long seed) {
        Dice dice = new Dice(seed);
        Staleness drawn = Staleness.drawn(dice.of("staleness"), 0.5, Duration.ofSeconds(LONGEST));
        List<Second> seconds = new ArrayList<>();
        try (LaggingAccount account = new LaggingAccount(drawn)) {
            for (int second = 0; second < 120; second++) {
                act(account, dice);
                account.pass(1);
                seconds.add(new Second(
                        account.tasks(LAGS, DesiredStatus.RUNNING), account.tasks(UP_TO_DATE, DesiredStatus.RUNNING)));
            }
        }
        return seconds;
    }

    private static void act(LaggingAccount account, Dice dice) {
        List<String> running = account.tasks(UP_TO_DATE, DesiredStatus.RUNNING);
        if (dice.below(3) == 0) {
            account.startTask();
        } else if (!running.isEmpty() && dice.below(3) == 0) {
            account.ecs(UP_TO_DATE).stopTask(r -> r.cluster("c").task(dice.oneOf(running)));
        }
    }
}
