package dev.drainpipe.cli.local;

import dev.drainpipe.cli.OptionValues.Choice;
import java.util.Optional;

/**
 * How fast virtual time passes.
 *
 * @param factor virtual seconds for each real second; infinite for as fast as it goes
 */
public record Speed(double factor) {
    /** As fast as it goes. */
    public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

    private static final double SLOWEST = 0.1;
    private static final double FASTEST = 10_000;

    static final Choice<Speed> CHOICE =
            new Choice<>("a number from 0.1 to 10000 (virtual seconds for each real one), or max", Speed::of);

    private static Optional<Speed> of(String text) {
        if (text.equals("max")) {
            return Optional.of(MAX);
        }
        // Not Double.parseDouble alone: it would take 1d, 0x1p3 and NaN.
        if (!text.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")) {
            return Optional.empty();
        }
        double factor = Double.parseDouble(text);
        return factor < SLOWEST || factor > FASTEST ? Optional.empty() : Optional.of(new Speed(factor));
    }

    boolean max() {
        return Double.isInfinite(factor);
    }

    @Override
    public String toString() {
        return max() ? "max" : factor == Math.rint(factor) ? (long) factor + "x" : factor + "x";
    }
}
