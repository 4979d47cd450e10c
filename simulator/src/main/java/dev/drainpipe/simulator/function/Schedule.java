package dev.drainpipe.simulator.function;

import dev.drainpipe.simulator.time.Timeline.Planned;
import dev.drainpipe.simulator.world.World;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * EventBridge Scheduler with a rate: invokes a function asynchronously with the same constant input again and again.
 *
 * <p>A rate schedule without a start date begins at once, somewhere within its first minute (EventBridge Scheduler user
 * guide, "Schedule types in EventBridge Scheduler"); where is drawn from the dice. Difference from AWS: it keeps that
 * second, and delivery never fails.
 */
public final class Schedule {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    /** The scheduler is precise to a minute: it fires at some second within it. */
    private static final Duration PRECISION = Duration.ofSeconds(59);

    private final World world;
    private final AsynchronousInvokes invokes;
    private final Settings settings;
    private @Nullable Planned next;

    /**
     * What a schedule does.
     *
     * @param function the function's name
     * @param period how often
     * @param input the constant JSON, handed over byte for byte
     */
    public record Settings(String function, Duration period, String input) {}

    public Schedule(World world, AsynchronousInvokes invokes, Settings settings) {
        this.world = world;
        this.invokes = invokes;
        this.settings = settings;
    }

    /** Starts it; nothing if it runs already. */
    public void enable() {
        if (next == null) {
            Duration offset =
                    world.dice().of("schedule of " + settings.function).between(Duration.ZERO, PRECISION);
            next = world.timeline().after(offset, this::fire);
        }
    }

    /** Stops it; nothing if it does not run. */
    public void disable() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void fire() {
        next = world.timeline().after(settings.period, this::fire);
        invokes.invoke(settings.function, settings.input);
    }

    /**
     * The period of an expression such as {@code rate(1 minute)}.
     *
     * @throws IllegalArgumentException for anything else: cron and one-time schedules are not simulated
     */
    public static Duration period(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches() || rate.group(1).equals("0")) {
            throw new IllegalArgumentException(
                    "The schedule expression " + expression + " is not simulated; rate(N minutes|hours|days) is.");
        }
        int number = Integer.parseInt(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(number);
            case "hour" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
