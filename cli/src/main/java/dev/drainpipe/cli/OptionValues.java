package dev.drainpipe.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the texts given for options into values, and collects what is wrong with any of them. */
public final class OptionValues {
    private final List<String> mistakes = new ArrayList<>();

    /** The whole numbers that an option accepts. */
    public record Range(int lowest, int highest) {
        @Override
        public String toString() {
            return lowest == highest ? "only " + lowest : "a whole number from %d to %d".formatted(lowest, highest);
        }
    }

    /** What an option accepts, in words, and how a text becomes its value; empty where it does not. */
    public record Choice<T>(String accepted, Function<String, Optional<T>> reading) {
        /** The whole numbers in a range. */
        public static Choice<Integer> of(Range range) {
            return new Choice<>(
                    range.toString(),
                    text -> wholeNumber(text)
                            .filter(number -> range.lowest() <= number && number <= range.highest())
                            .map(Long::intValue));
        }

        /** Every whole number that fits into 64 bits. */
        public static Choice<Long> anyNumber() {
            return new Choice<>("a whole number", Choice::wholeNumber);
        }

        private static Optional<Long> wholeNumber(String text) {
            try {
                return Optional.of(Long.parseLong(text));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
    }

    /** The value given; the usual one if none was given, or none that is accepted. */
    public <T> T read(String option, @Nullable String given, Choice<T> choice, T usual) {
        if (given == null) {
            return usual;
        }
        return choice.reading().apply(given).orElseGet(() -> {
            reject(option, given, choice.accepted());
            return usual;
        });
    }

    /** Notes that a value is not accepted, and what would be. */
    public void reject(String option, String given, String accepted) {
        String what = given.isEmpty() ? "the value is missing" : "'%s' is not accepted".formatted(given);
        mistake("%s: %s; accepted is %s.".formatted(option, what, accepted));
    }

    /** Notes any other mistake. */
    public void mistake(String sentence) {
        mistakes.add(sentence);
    }

    /** Everything noted so far, in order. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /**
     * Ends the reading.
     *
     * @throws BadOptions if there was any mistake
     */
    public void check() {
        if (!mistakes.isEmpty()) {
            throw new BadOptions(mistakes);
        }
    }
}
