package dev.drainpipe.cli.report;

import java.time.Duration;

/** How a time is written for people. */
public final class Elapsed {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3600;

    private Elapsed() {}

    /** Minutes and seconds such as {@code 1:05}, from an hour on {@code 1:02:05}; rounded to the nearest second. */
    public static String minutes(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        String sign = seconds < 0 ? "-" : "";
        long size = Math.abs(seconds);
        if (size < SECONDS_PER_HOUR) {
            return "%s%d:%02d".formatted(sign, size / SECONDS_PER_MINUTE, size % SECONDS_PER_MINUTE);
        }
        long minutes = size % SECONDS_PER_HOUR / SECONDS_PER_MINUTE;
        return "%s%d:%02d:%02d".formatted(sign, size / SECONDS_PER_HOUR, minutes, size % SECONDS_PER_MINUTE);
    }

    /** Seconds with milliseconds, for programs. */
    public static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
