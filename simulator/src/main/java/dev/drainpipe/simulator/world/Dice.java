package dev.drainpipe.simulator.world;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All chance in a run, drawn from one seed; each subject draws from dice of its own, so they do not disturb each other. */
public final class Dice {
    private final long seed;
    private final RandomGenerator random;

    public Dice(long seed) {
        this.seed = seed;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Dice for a subject, such as {@code "traffic"}; the same seed and name always give the same throws. */
    public Dice of(String subject) {
        return new Dice(seed * 31 + subject.hashCode());
    }

    /** A whole number from 0 to bound − 1. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        return random.nextDouble();
    }

    /** A duration between the two, to the millisecond; the shorter one if they are equal. */
    public Duration between(Duration shortest, Duration longest) {
        long spread = longest.toMillis() - shortest.toMillis();
        return spread <= 0 ? shortest : shortest.plusMillis(random.nextLong(spread + 1));
    }

    /** A duration with this mean, exponentially distributed. */
    public Duration exponential(Duration mean) {
        return Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * mean.toNanos()));
    }

    /** One of the list. */
    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** A version 4 UUID. */
    public UUID uuid() {
        long high = (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
        long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** This many random hexadecimal digits, lower case. */
    public String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(below(16), 16));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
