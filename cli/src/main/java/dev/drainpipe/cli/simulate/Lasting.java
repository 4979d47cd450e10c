package dev.drainpipe.cli.simulate;

import dev.drainpipe.cli.OptionValues.Choice;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 90s}, {@code 10m}, {@code 2h}. */
final class Lasting {
    static final Choice<Duration> CHOICE = new Choice<>("a time such as 90s, 10m or 2h", Lasting::read);

    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})([smh])");

    private Lasting() {}

    private static Optional<Duration> read(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(time.group(1));
        return Optional.of(
                switch (time.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }
}
