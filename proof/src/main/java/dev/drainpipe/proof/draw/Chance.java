package dev.drainpipe.proof.draw;

import dev.drainpipe.simulator.world.Dice;
import java.time.Duration;
import java.util.List;

/** Dice in the words of a draw. */
final class Chance {
    private static final int WHOLE = 100;

    private final Dice dice;

    Chance(Dice dice) {
        this.dice = dice;
    }

    boolean percent(int percent) {
        return dice.below(WHOLE) < percent;
    }

    /** A whole number between the two, both included. */
    int between(int least, int most) {
        return least + dice.below(most - least + 1);
    }

    /** A whole number of seconds between the two. */
    Duration seconds(int least, int most) {
        return Duration.ofSeconds(between(least, most));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T oneOf(T... choices) {
        return dice.oneOf(List.of(choices));
    }

    <T> T of(List<T> choices) {
        return dice.oneOf(choices);
    }
}
