package dev.drainpipe.lambda;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Renders the journal as the text lines that CloudWatch Logs would hold: {@code [INFO] time request-id message}.
 *
 * <p>For local runs; in Lambda the pattern in {@code log4j2.xml} gives the same shape. Lines below INFO are left out, as
 * they are there by default.
 */
public final class TextLines implements LogSink {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final Consumer<String> lines;

    public TextLines(InstantSource clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void write(Level level, String message, Map<String, String> fields) {
        if (level != Level.DEBUG) {
            String requestId = fields.getOrDefault(Journal.REQUEST_ID, "-");
            lines.accept("[" + level + "] " + TIME.format(clock.instant()) + " " + requestId + " " + message);
        }
    }
}
