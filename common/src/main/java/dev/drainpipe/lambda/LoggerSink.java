package dev.drainpipe.lambda;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes the journal with the logger that is on the class path, in Lambda log4j; the fields go along as its diagnostic
 * context, which JSON logs show as keys.
 */
final class LoggerSink implements LogSink {
    private static final Logger LOGGER = LoggerFactory.getLogger("drainpipe");

    @Override
    public void write(Level level, String message, Map<String, String> fields) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        fields.forEach(MDC::put);
        // The runtime has put the request id there already, under Lambda's own name for it.
        MDC.remove(Journal.REQUEST_ID);
        try {
            write(level, message);
        } finally {
            MDC.setContextMap(before == null ? Map.of() : before);
        }
    }

    private static void write(Level level, String message) {
        switch (level) {
            case DEBUG -> LOGGER.debug(message);
            case INFO -> LOGGER.info(message);
            case WARN -> LOGGER.warn(message);
            case ERROR -> LOGGER.error(message);
        }
    }
}
