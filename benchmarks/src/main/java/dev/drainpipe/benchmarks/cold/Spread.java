package dev.drainpipe.benchmarks.cold;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The middle of several measurements, and how far they lie apart.
 *
 * @param number how many there are
 */
public record Spread(double median, double low, double high, int number) {
    /** Of at least one measurement. */
    public static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), sorted.size());
    }

    /** The median, and in brackets the least and the most. */
    String text(int decimals) {
        String format = "%%.%1$df (%%.%1$df to %%.%1$df)".formatted(decimals);
        return String.format(Locale.ROOT, format, median, low, high);
    }

    /** For programs. */
    Map<String, Object> data() {
        return Map.of("median", median, "low", low, "high", high, "n", number);
    }
}
