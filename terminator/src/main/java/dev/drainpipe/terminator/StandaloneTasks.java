package dev.drainpipe.terminator;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an operator wants for tasks that ECS does not move by itself: standalone ones, and protected ones.
 *
 * @param choice what
 * @param after how long after the drain was asked for they are stopped; zero unless they are
 */
public record StandaloneTasks(Choice choice, Duration after) {
    /** They hold their instance like any other. */
    public static final StandaloneTasks WAIT = new StandaloneTasks(Choice.WAIT, Duration.ZERO);

    /** They do not hold it. */
    public static final StandaloneTasks IGNORE = new StandaloneTasks(Choice.IGNORE, Duration.ZERO);

    /** What is accepted, in words. */
    public static final String ACCEPTED = "one of wait, ignore, stop-after-<seconds> with 0 to 172800 seconds";

    /** No drain lasts longer (Amazon EC2 Auto Scaling API reference, LifecycleHook: the global time-out). */
    private static final Duration LONGEST = Duration.ofDays(2);

    private static final Pattern STOP = Pattern.compile("stop-after-([0-9]{1,6})");

    /** Wait for them, do not mind them, or stop them. */
    public enum Choice {
        WAIT,
        IGNORE,
        STOP
    }

    /** They are stopped once the drain is this old, and hold their instance until they are. */
    public static StandaloneTasks stopAfter(Duration after) {
        return new StandaloneTasks(Choice.STOP, after);
    }

    /** What the words say; none if they are not accepted. */
    public static Optional<StandaloneTasks> of(String words) {
        String word = words.strip().toLowerCase(Locale.ROOT);
        Matcher stop = STOP.matcher(word);
        if (stop.matches()) {
            Duration after = Duration.ofSeconds(Long.parseLong(stop.group(1)));
            return Optional.of(stopAfter(after)).filter(policy -> after.compareTo(LONGEST) <= 0);
        }
        return switch (word) {
            case "wait" -> Optional.of(WAIT);
            case "ignore" -> Optional.of(IGNORE);
            default -> Optional.empty();
        };
    }

    /** Whether they are stopped when a drain is this old. */
    public boolean stops(Duration age) {
        return choice == Choice.STOP && age.compareTo(after) >= 0;
    }

    /** Whether they hold their instance. */
    public boolean hold() {
        return choice != Choice.IGNORE;
    }
}
